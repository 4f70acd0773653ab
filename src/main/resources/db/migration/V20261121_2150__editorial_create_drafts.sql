-- What editors are writing: nothing of it is public. All fields are text as typed, so a draft can be wrong and incomplete.

create table draft (
    id              uuid primary key default uuidv7(),
    -- Null while the tool has never been published.
    tool_id         uuid unique references tool on delete cascade,
    -- The revision that the draft was begun from; 0 for a new tool.
    begun_from      integer not null check (begun_from >= 0),
    -- The revision that publishing it takes the place of: ahead of begun_from where only facts were checked meanwhile.
    based_on        integer not null check (based_on >= 0),
    begun_at        timestamptz not null default now(),
    version         integer not null check (version >= 0),
    fields          jsonb not null,
    -- Here and below no foreign keys to accounts: a row says who it was, whatever becomes of the account.
    changed_by_id   uuid,
    changed_by      one_line,
    changed_at      timestamptz not null default now(),
    writer          uuid,
    publish_at      timestamptz,
    publish_reason  text check (length(publish_reason) <= 2000),
    publish_correction boolean not null default false,
    scheduled_by_id uuid,
    scheduled_by    one_line,
    -- Why the scheduled publication did not take place.
    failure         text,
    check (num_nonnulls(publish_at, publish_reason, scheduled_by) in (0, 3))
);

create index draft_changed on draft (changed_at desc, id desc);

create table draft_take (
    draft_id      uuid not null references draft on delete cascade,
    reviewer      slug not null,
    version       integer not null check (version > 0),
    fields        jsonb not null,
    changed_by_id uuid,
    changed_by    one_line,
    changed_at    timestamptz not null default now(),
    writer        uuid,
    primary key (draft_id, reviewer)
);

-- For the list of all tools at the desk, and for texts that stand twice.
create index tool_by_name on tool (lower(name) collate "C", slug);
create index tool_description on tool (md5(description));
create index take_text on take (md5(text));
