-- Who gets the weekly e-mail, what it said, and to whom it went.

-- One row: the secret behind the links to leave and behind the hashes of suppressed addresses. It is kept here and not in a
-- file, so that every copy of the site has it and a backup of the database cannot forget who must not be written to.
create table newsletter_key (
    only_one boolean primary key default true check (only_one),
    key      bytea not null check (octet_length(key) = 32)
);

-- An address that asked for the weekly e-mail.
create table subscriber (
    id           uuid primary key default uuidv7(),
    -- As it is written to: the local part as typed, the domain in lower case and in ASCII (IDNA).
    address      text not null check (length(address) between 3 and 254 and address !~ '[[:space:][:cntrl:]]'),
    state        text not null check (state in ('WAITING', 'CONFIRMED', 'LEFT')),
    signed_up_at timestamptz not null,
    -- When a confirmation mail was last asked for: at most one a day.
    asked_at     timestamptz not null,
    confirmed_at timestamptz,
    left_at      timestamptz,
    check ((state = 'WAITING') = (confirmed_at is null)),
    check ((state = 'LEFT') = (left_at is not null))
);

create unique index subscriber_address on subscriber (lower(address));
create index subscriber_waiting on subscriber (asked_at) where state = 'WAITING';
create index subscriber_left on subscriber (left_at) where state = 'LEFT';
create index subscriber_confirmed on subscriber (id) where state = 'CONFIRMED';

-- The mails that ask whether an address really wants the weekly e-mail.
create table confirmation (
    id            uuid primary key default uuidv7(),
    subscriber_id uuid not null references subscriber on delete cascade,
    -- SHA-256 of the token in the link; the token itself is in the mail alone.
    token_hash    bytea not null unique check (octet_length(token_hash) = 32),
    expires_at    timestamptz not null
);

create index confirmation_subscriber on confirmation (subscriber_id);
create index confirmation_expiry on confirmation (expires_at);

-- Addresses that get no mail, as HMAC-SHA256 with the key above: nobody can be read from it, and an import cannot bring them
-- back.
create table suppression (
    address_hash  bytea primary key check (octet_length(address_hash) = 32),
    reason        text not null check (reason in ('LEFT', 'REFUSED')),
    suppressed_at timestamptz not null
);

-- One weekly e-mail. It covers whole days, of which none is covered twice.
create table edition (
    id           uuid primary key default uuidv7(),
    version      integer not null default 0,
    state        text not null check (state in ('DRAFT', 'EMPTY', 'COMPOSED', 'SENDING', 'PAUSED', 'SENT')),
    -- Given when it is composed, from 1 on without a gap; an empty week has none.
    number       integer unique check (number > 0),
    first_day    date not null,
    last_day     date not null,
    introduction text not null default '' check (length(introduction) <= 4000),
    -- What it said, as it was said: it stays when tools, takes and votes change.
    content      jsonb,
    composed_at  timestamptz,
    sent_at      timestamptz,
    check (first_day <= last_day),
    check ((state in ('COMPOSED', 'SENDING', 'PAUSED', 'SENT')) = (number is not null)),
    check ((number is null) = (content is null)),
    check ((state = 'DRAFT') = (composed_at is null)),
    check ((state = 'SENT') = (sent_at is not null))
);

-- There is one coming edition at most. Its days may still change; those of the others are covered once.
create unique index edition_draft on edition ((true)) where state = 'DRAFT';
create unique index edition_last_day on edition (last_day) where state <> 'DRAFT';

-- One edition to one subscriber.
create table delivery (
    id            uuid primary key default uuidv7(),
    edition_id    uuid not null references edition,
    -- Null when the subscriber has been erased since.
    subscriber_id uuid references subscriber on delete set null,
    -- SENDING is written before the SMTP conversation begins. A worker that finds what a dead one left there makes it UNKNOWN:
    -- nobody but an operator decides whether to send it again.
    state         text not null check (state in ('WAITING', 'SENDING', 'SENT', 'REFUSED', 'GIVEN_UP', 'UNKNOWN', 'DROPPED')),
    due_at        timestamptz not null,
    -- How often it was taken in hand, whatever became of it. It is never lowered: with the lane, it names one try.
    attempts      integer not null default 0 check (attempts >= 0),
    -- How often it was refused for the time being: after the last pause it is given up.
    deferrals     integer not null default 0 check (deferrals between 0 and attempts),
    -- The worker that has it or had it last.
    lane          text,
    changed_at    timestamptz not null,
    -- What the mail server said last, in one line.
    answer        text check (length(answer) <= 500),
    unique (edition_id, subscriber_id)
);

create index delivery_due on delivery (edition_id, due_at, id) where state = 'WAITING';
create index delivery_open on delivery (lane) where state = 'SENDING';
create index delivery_odd on delivery (edition_id, state) where state in ('REFUSED', 'GIVEN_UP', 'UNKNOWN');
create index delivery_subscriber on delivery (subscriber_id);

-- A worker of the sending: who holds it now. Whoever was believed dead and wakes up finds another run here and stops.
create table sending_lane (
    name text primary key,
    run  uuid not null
);
