-- The reviewers, their takes, and the dated statements in them.

create table reviewer (
    id        uuid primary key default uuidv7(),
    slug      slug not null unique,
    name      one_line not null unique,
    motto     one_line not null,
    statement text not null check (btrim(statement) <> ''),
    -- The panel's order: the same on every page.
    position  integer not null unique check (position >= 0)
);

create table take (
    id          uuid primary key default uuidv7(),
    version     integer not null,
    tool_id     uuid not null references tool on delete cascade,
    reviewer_id uuid not null references reviewer,
    verdict     text not null check (verdict in ('SHIP', 'SKIP')),
    -- Null where the reviewer gave none; never filled in.
    score       integer check (score between 0 and 100),
    text        text not null check (btrim(text) <> ''),
    written_on  date not null,
    basis       text not null check (basis in ('DOCUMENTATION', 'TRIED', 'IN_USE')),
    weeks       integer check (weeks between 1 and 1000),
    unique (tool_id, reviewer_id),
    check ((basis = 'IN_USE') = (weeks is not null))
);

create index take_reviewer on take (reviewer_id);

create table claim (
    take_id   uuid not null references take on delete cascade,
    position  integer not null check (position >= 0),
    statement one_line not null,
    due_on    date not null,
    outcome   text not null check (outcome in ('OPEN', 'HELD', 'FAILED')),
    primary key (take_id, position)
);
