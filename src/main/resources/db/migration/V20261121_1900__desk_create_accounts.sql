-- Who may use the desk, how one comes to an account, and who failed to sign in.

create table account (
    id            uuid primary key default uuidv7(),
    version       integer not null default 0,
    -- As it is written to; letters of either case are the same address.
    email         text not null check (length(email) between 3 and 254 and email !~ '[[:space:][:cntrl:]]'),
    name          one_line not null check (length(name) <= 80),
    role          text not null check (role in ('EDITOR', 'ADMINISTRATOR')),
    active        boolean not null default true,
    password_hash text not null check (password_hash like '{%}_%'),
    -- A session belongs to one generation; a new password or a new state begins the next and so ends the sessions.
    generation    integer not null default 0,
    created_at    timestamptz not null default now(),
    signed_in_at  timestamptz
);

create unique index account_email on account (lower(email));

-- A way in that is not taken yet. It is deleted when it is taken or taken back; the audit remembers.
create table invitation (
    id         uuid primary key default uuidv7(),
    -- Null for the first administrator while no address is set: then whoever opens the link gives one.
    email      text check (length(email) between 3 and 254 and email !~ '[[:space:][:cntrl:]]'),
    role       text not null check (role in ('EDITOR', 'ADMINISTRATOR')),
    -- Null for the first administrator.
    invited_by uuid references account,
    -- SHA-256 of the token in the link; the token itself is in the mail or the log alone. Null until the mail is written.
    token_hash bytea unique check (octet_length(token_hash) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    mailed_at  timestamptz
);

create unique index invitation_email on invitation (lower(email));
create unique index invitation_first on invitation ((true)) where invited_by is null;
create index invitation_invited_by on invitation (invited_by);

-- The link to a new password: one for an account, and a new one makes the old one void.
create table password_reset (
    account_id uuid primary key references account on delete cascade,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null
);

-- The attempts to sign in of the last minutes that did not succeed, of whatever address and from wherever, so that all copies
-- of the site count together. Both are hashes. Unlogged: a crash forgets it.
create unlogged table sign_in_failure (
    id      bigint primary key generated always as identity,
    address bytea not null check (octet_length(address) = 32),
    network uuid not null,
    at      timestamptz not null
);

create index sign_in_failure_who on sign_in_failure (address, network, at);
create index sign_in_failure_at on sign_in_failure (at);
