-- A tool that a visitor keeps.

create table bookmark (
    visitor_id uuid not null,
    tool_id    uuid not null references tool on delete cascade,
    kept_at    timestamptz not null default now(),
    primary key (visitor_id, tool_id)
);

create index bookmark_tool on bookmark (tool_id);
