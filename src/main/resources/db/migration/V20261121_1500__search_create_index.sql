-- What readers find tools by: one row for each published tool, with the words to search and the figures to filter and order by.
-- The site computes the rows with the rules that its pages use; the triggers below only say which of them are out of date.

create extension if not exists unaccent;

-- Text as it is compared: without accents and capitals. It names its dictionary, and so may be called immutable.
create function plain(said text) returns text
    language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, said));

create text search configuration shipping (copy = english);
alter text search configuration shipping
    alter mapping for hword, hword_part, word with unaccent, english_stem;
alter text search configuration shipping
    alter mapping for numword, numhword, hword_numpart with unaccent, simple;

-- A name that a tool once had keeps finding it.
create table former_name (
    tool_id uuid not null references tool on delete cascade,
    name    one_line not null check (length(name) <= 120),
    primary key (tool_id, name)
);

create table tool_index (
    tool_id      uuid primary key references tool on delete cascade,
    slug         text not null unique,
    -- Compared as plain() gives them: the name alone, and all that the tool is or was called, its maker included.
    name         text not null,
    names        text not null,
    words        tsvector not null,
    category_id  uuid not null,
    kind_id      uuid not null,
    maker_id     uuid not null,
    entry        text not null,
    verdict      text not null check (verdict in ('SHIP', 'SKIP', 'SPLIT', 'NONE')),
    -- The orders of a list. All of them ascend, and the slug decides between equals, so that one comparison of rows finds
    -- where a page begins.
    by_new       double precision not null,
    by_score     double precision not null,
    by_votes     double precision not null,
    by_contested double precision not null,
    by_checked   double precision not null
);

create index tool_index_name on tool_index (name text_pattern_ops);
create index tool_index_names on tool_index using gin (names gin_trgm_ops);
create index tool_index_words on tool_index using gin (words);
create index tool_index_by_name on tool_index (name, slug);
create index tool_index_by_new on tool_index (by_new, slug);
create index tool_index_by_score on tool_index (by_score, slug);
create index tool_index_by_votes on tool_index (by_votes, slug);
create index tool_index_by_contested on tool_index (by_contested, slug);
create index tool_index_by_checked on tool_index (by_checked, slug);
create index tool_index_category on tool_index (category_id, by_score, slug);
create index tool_index_kind on tool_index (kind_id, by_score, slug);
create index tool_index_maker on tool_index (maker_id, by_score, slug);
create index tool_index_verdict on tool_index (verdict, entry, by_score, slug);

-- How many tools there are of each mixture of what one can filter by, so that a count beside a filter costs no look at the tools.
create table tool_count (
    category_id uuid not null,
    kind_id     uuid not null,
    maker_id    uuid not null,
    entry       text not null,
    verdict     text not null,
    tools       integer not null check (tools >= 0),
    primary key (category_id, kind_id, maker_id, entry, verdict)
);

create index tool_count_maker on tool_count (maker_id);
create index tool_count_kind on tool_count (kind_id);

create function count_indexed_tools() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into tool_count as t (category_id, kind_id, maker_id, entry, verdict, tools)
        select category_id, kind_id, maker_id, entry, verdict, count(*) from added
         group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
        on conflict (category_id, kind_id, maker_id, entry, verdict) do update set tools = t.tools + excluded.tools;
    end if;
    if tg_op <> 'INSERT' then
        update tool_count t set tools = t.tools - g.tools
          from (select category_id, kind_id, maker_id, entry, verdict, count(*) as tools from gone group by 1, 2, 3, 4, 5) g
         where (t.category_id, t.kind_id, t.maker_id, t.entry, t.verdict)
             = (g.category_id, g.kind_id, g.maker_id, g.entry, g.verdict);
    end if;
    return null;
end
$$;

create trigger tool_indexed after insert on tool_index
    referencing new table as added for each statement execute function count_indexed_tools();
create trigger tool_reindexed after update on tool_index
    referencing old table as gone new table as added for each statement execute function count_indexed_tools();
create trigger tool_unindexed after delete on tool_index
    referencing old table as gone for each statement execute function count_indexed_tools();

-- The tools whose row is out of date.
create table index_due (
    tool_id uuid primary key
);

create function index_is_due_for_tools() returns trigger language plpgsql as $$
begin
    insert into index_due select distinct id from changed on conflict do nothing;
    return null;
end
$$;

create function index_is_due_for_parts() returns trigger language plpgsql as $$
begin
    insert into index_due select distinct tool_id from changed order by tool_id on conflict do nothing;
    return null;
end
$$;

create function index_is_due_for_makers() returns trigger language plpgsql as $$
begin
    insert into index_due select t.id from tool t join changed m on m.id = t.maker_id order by t.id on conflict do nothing;
    return null;
end
$$;

create trigger tool_added_index after insert on tool
    referencing new table as changed for each statement execute function index_is_due_for_tools();
create trigger tool_changed_index after update on tool
    referencing new table as changed for each statement execute function index_is_due_for_tools();
create trigger maker_changed_index after update on maker
    referencing new table as changed for each statement execute function index_is_due_for_makers();

do $$
declare part text;
begin
    foreach part in array array['fact', 'take', 'former_name', 'tally'] loop
        execute format('create trigger %1$s_added_index after insert on %1$I
            referencing new table as changed for each statement execute function index_is_due_for_parts()', part);
        execute format('create trigger %1$s_changed_index after update on %1$I
            referencing new table as changed for each statement execute function index_is_due_for_parts()', part);
        execute format('create trigger %1$s_removed_index after delete on %1$I
            referencing old table as changed for each statement execute function index_is_due_for_parts()', part);
    end loop;
end
$$;

-- The tools whose names resemble what somebody typed, at most 200: a part of the names that is as alike as a word with one or
-- two letters wrong. The threshold is this function's own.
create function resembling_tools(asked text) returns setof uuid
    language sql stable parallel safe rows 50
    set pg_trgm.word_similarity_threshold = 0.45
    as 'select tool_id from tool_index where asked <% names limit 200';

-- How often nothing was found for a term, for the editors. Terms are shortened and compared as plain() gives them.
create table missed_search (
    term      text primary key check (length(term) between 1 and 80),
    times     bigint not null check (times > 0),
    last_on   date not null
);
