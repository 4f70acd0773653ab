-- What somebody sent to be imported, and what it would do. It is kept for a day.

create table import_plan (
    id          uuid primary key default uuidv7(),
    at          timestamptz not null default now(),
    -- No foreign key: a plan says who sent it, whatever becomes of the account.
    by_id       uuid not null,
    by_name     one_line not null,
    files       one_line not null,
    -- What it would do to the tools as they are now, with the mark that tells one such outcome from another.
    outcome     jsonb not null,
    -- Null while nobody has applied it.
    applied_at  timestamptz
);

create index import_plan_at on import_plan (at);

create table import_file (
    plan_id  uuid not null references import_plan on delete cascade,
    position integer not null check (position >= 0),
    name     text not null,
    content  bytea not null,
    primary key (plan_id, position)
);
