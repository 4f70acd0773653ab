-- What the catalogue holds: who makes tools, where they stand, which job they do, and the tools with plans and facts.

create extension if not exists pg_trgm;

-- The same rule as io.shiporskip.shared.Slug.
create domain slug as text
    check (length(value) <= 80)
    check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
    check (value !~ '(^|-)vs(-|$)');

create domain one_line as text
    check (value = btrim(value) and value <> '' and value !~ '[[:cntrl:]]');

create domain https_address as text
    check (value ~ '^https://[^[:space:][:cntrl:]]+$' and length(value) <= 2000);

create table maker (
    id      uuid primary key default uuidv7(),
    slug    slug not null unique,
    name    one_line not null,
    website https_address not null
);

create table category (
    id          uuid primary key default uuidv7(),
    slug        slug not null unique,
    name        one_line not null unique,
    description one_line not null
);

create table kind (
    id     uuid primary key default uuidv7(),
    slug   slug not null unique,
    name   one_line not null unique,
    plural one_line not null unique,
    job    one_line not null
);

create table tool (
    id           uuid primary key default uuidv7(),
    version      integer not null,
    slug         slug not null unique,
    name         one_line not null check (length(name) <= 120),
    maker_id     uuid not null references maker,
    category_id  uuid not null references category,
    kind_id      uuid not null references kind,
    product      one_line,
    release      one_line,
    tagline      one_line not null check (length(tagline) <= 120),
    best_for     one_line not null check (length(best_for) <= 200),
    entry        text not null check (entry in ('FREE', 'PAID')),
    website      https_address not null,
    description  text not null check (btrim(description) <> ''),
    -- Null while nobody but editors may see it.
    published_on date,
    check (best_for <> tagline)
);

create index tool_maker on tool (maker_id);
create index tool_category on tool (category_id);
create index tool_kind on tool (kind_id);
create index tool_name_trigrams on tool using gin (name gin_trgm_ops);
create index tool_slug_trigrams on tool using gin ((slug::text) gin_trgm_ops);

-- A slug that a tool once had keeps leading to it.
create table former_slug (
    slug    slug primary key,
    tool_id uuid not null references tool on delete cascade
);

create index former_slug_tool on former_slug (tool_id);

create table plan (
    tool_id  uuid not null references tool on delete cascade,
    position integer not null check (position >= 0),
    name     one_line not null,
    -- Null where the price is not public; 0 is free.
    amount   numeric(12, 2) check (amount >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    period   text not null check (period in ('MONTH', 'YEAR', 'ONCE', 'USAGE')),
    note     one_line,
    primary key (tool_id, position),
    unique (tool_id, name)
);

create table fact (
    tool_id    uuid not null references tool on delete cascade,
    aspect     text not null check (aspect in ('PRICING', 'LICENCE', 'WEIGHTS', 'PARAMETERS', 'CONTEXT', 'INPUTS',
                                               'PLATFORMS', 'HOSTING', 'HARDWARE', 'LANGUAGES', 'RELEASED')),
    -- Null says "Not verified": then there is neither a source nor a day.
    value      one_line,
    source     https_address,
    checked_on date,
    primary key (tool_id, aspect),
    check (num_nonnulls(value, source, checked_on) in (0, 3))
);
