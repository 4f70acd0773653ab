-- Every state of a tool that readers have seen: who published it, when and why. Rows are only ever added.

create table revision (
    id            bigint primary key generated always as identity,
    -- No foreign key: what readers have seen was there, whatever becomes of the tool.
    tool_id       uuid not null,
    -- From 1 on without a gap for each tool.
    number        integer not null check (number > 0),
    at            timestamptz not null default now(),
    -- Null where the site itself did it.
    who_id        uuid,
    who           one_line not null,
    act           text not null check (act in ('ADDED', 'CHANGED', 'CHECKED', 'WITHDRAWN', 'RETURNED', 'MERGED')),
    -- Why, as readers may read it; empty where there was nothing to explain.
    reason        text not null check (length(reason) <= 2000),
    -- Something that was wrong was put right.
    correction    boolean not null,
    -- Whether a verdict or a score is another one than in the revision before.
    panel_changed boolean not null,
    -- The tool and its takes.
    content       jsonb not null,
    unique (tool_id, number)
);

create index revision_correction on revision (id) where correction;
create index revision_panel on revision (tool_id, number) where panel_changed;

create function revisions_only_grow() returns trigger language plpgsql as $$
begin
    raise exception 'revisions are only ever added' using errcode = 'insufficient_privilege';
end
$$;

create trigger revision_is_never_changed before update or delete on revision
    for each row execute function revisions_only_grow();
create trigger revision_is_never_emptied before truncate on revision
    for each statement execute function revisions_only_grow();

alter table revision enable always trigger revision_is_never_changed;
alter table revision enable always trigger revision_is_never_emptied;

-- A tool that readers have seen and see no longer.
create table withdrawal (
    tool_id      uuid primary key references tool on delete cascade,
    at           timestamptz not null default now(),
    reason       text not null check (length(reason) between 1 and 2000),
    -- What to take instead; null where nothing is.
    replaced_by  uuid references tool on delete set null,
    -- Since when readers had seen it.
    published_on date not null,
    check (replaced_by <> tool_id)
);

create index withdrawal_replaced_by on withdrawal (replaced_by);
