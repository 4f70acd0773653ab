-- What editors did with held votes, for everybody to read. Rows are only ever added.

create table moderation (
    id            bigint primary key generated always as identity,
    at            timestamptz not null default now(),
    -- No foreign key: a row stays, whatever becomes of the tool.
    tool_id       uuid not null,
    tool_name     one_line not null,
    act           text not null check (act in ('RELEASED', 'DISCARDED')),
    ships         integer not null check (ships >= 0),
    skips         integer not null check (skips >= 0),
    first_cast_at timestamptz not null,
    last_cast_at  timestamptz not null check (last_cast_at >= first_cast_at),
    reason        text not null check (reason <> '' and reason = btrim(reason) and length(reason) <= 500),
    check (ships + skips > 0)
);

create index moderation_tool on moderation (tool_id, id);

create function moderation_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the log of moderation is only ever added to' using errcode = 'insufficient_privilege';
end
$$;

create trigger moderation_is_never_changed before update or delete on moderation
    for each row execute function moderation_only_grows();
create trigger moderation_is_never_emptied before truncate on moderation
    for each statement execute function moderation_only_grows();

-- Also where a session has switched off ordinary triggers.
alter table moderation enable always trigger moderation_is_never_changed;
alter table moderation enable always trigger moderation_is_never_emptied;

revoke all on moderation from public;

-- The held votes of a tool. Its only column never changes, so that changing a counted vote touches no index.
create index vote_held on vote (tool_id) where held;

-- The tools with held votes, those with the most first; the tally of a tool without any is not in it.
create index tally_held on tally (held desc, tool_id) where held > 0;
