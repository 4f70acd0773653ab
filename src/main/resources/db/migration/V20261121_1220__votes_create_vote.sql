-- One vote of one visitor on one tool. A held vote is kept and not counted.

create table vote (
    tool_id    uuid not null references tool on delete cascade,
    visitor_id uuid not null,
    choice     text not null check (choice in ('SHIP', 'SKIP')),
    held       boolean not null default false,
    cast_at    timestamptz not null default now(),
    primary key (tool_id, visitor_id)
);

create index vote_visitor on vote (visitor_id);
