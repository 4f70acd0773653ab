-- What readers find tools by: for each published tool one row with the figures to filter and order by, and one with its words.
-- The site computes the rows with the rules that its pages use; the triggers below only say which of them are out of date.

create extension if not exists unaccent;

-- Text as it is compared: small letters and digits without accents, in words with one space between them. Dictionary and
-- collation are named, so that the result depends on nothing else and may be called immutable.
create function plain(said text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(lower(unaccent('unaccent'::regdictionary, said) collate pg_c_utf8), '[^[:alnum:]]+', ' ', 'g'));

create text search configuration shipping (copy = english);
alter text search configuration shipping
    alter mapping for hword, hword_part, word with unaccent, english_stem;
alter text search configuration shipping
    alter mapping for numword, numhword, hword_numpart with unaccent, simple;

-- The same with numbers apart from the letters before them: "qwen3 4b" is asked for as "qwen 3".
create function plain_apart(said text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(plain(said), '([[:alpha:]])([[:digit:]])' collate pg_c_utf8, '\1 \2', 'g');

-- The words of a text as it stands, and as the two above give it: "FLUX.1" is one word for the parser, and readers type "flux 1".
create function shipping_words(said text) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector('shipping'::regconfig, said) || to_tsvector('shipping'::regconfig, plain(said))
        || to_tsvector('shipping'::regconfig, plain_apart(said));

-- What somebody asks for. Quotes and "or" mean what they mean elsewhere, and who asks for "A vs B" wants either. Leaving words
-- out is not offered: what lacks a word is nearly everything, and no index finds it.
create function shipping_query(said text) returns tsquery
    language sql immutable strict parallel safe
    return (
        -- What says the same twice would be looked up twice.
        select case when typed::text like '%!%' then spaced
                    else coalesce(coalesce(typed || nullif(spaced, typed), typed) || nullif(nullif(apart, spaced), typed),
                                  coalesce(typed || nullif(spaced, typed), typed)) end
          from (select websearch_to_tsquery('shipping'::regconfig, regexp_replace(said, '\m(vs|versus)\M\.?', 'or', 'gi')) as typed,
                       plainto_tsquery('shipping'::regconfig, plain(said)) as spaced,
                       plainto_tsquery('shipping'::regconfig, plain_apart(said)) as apart) asked);

-- A name that a tool once had keeps finding it.
create table former_name (
    tool_id uuid not null references tool on delete cascade,
    name    one_line not null check (length(name) <= 120),
    primary key (tool_id, name)
);

-- Narrow, because a vote writes it anew. The collation is that of bytes, in which an index serves beginnings and pages alike.
create table tool_index (
    tool_id      uuid primary key references tool on delete cascade,
    slug         text collate "C" not null unique,
    -- As plain() gives it.
    name         text collate "C" not null,
    category     text not null,
    kind         text not null,
    maker        text not null,
    entry        text not null,
    verdict      text not null check (verdict in ('SHIP', 'SKIP', 'SPLIT', 'NONE')),
    -- The counted votes that the orders below rest on.
    ships        integer not null,
    skips        integer not null,
    -- The orders of a list. All of them ascend, and the slug decides between equals, so that one comparison of rows finds
    -- where a page begins.
    by_new       double precision not null,
    by_score     double precision not null,
    by_votes     double precision not null,
    by_contested double precision not null,
    by_checked   double precision not null
);

create index tool_index_by_name on tool_index (name, slug);
create index tool_index_by_new on tool_index (by_new, slug);
create index tool_index_by_score on tool_index (by_score, slug);
create index tool_index_by_votes on tool_index (by_votes, slug);
create index tool_index_by_contested on tool_index (by_contested, slug);
create index tool_index_by_checked on tool_index (by_checked, slug);
create index tool_index_category on tool_index (category, by_score, slug);
create index tool_index_kind on tool_index (kind, by_score, slug);
create index tool_index_maker on tool_index (maker, by_score, slug);
-- For those who have typed one letter or two.
create index tool_index_first on tool_index (left(name, 1), by_score, slug);
create index tool_index_first_two on tool_index (left(name, 2), by_score, slug);

create table tool_words (
    tool_id uuid primary key references tool on delete cascade,
    -- All that the tool is or was called, its maker included, as plain() gives it.
    names   text collate "C" not null,
    -- Names, maker, kind and tagline; then everything, facts and takes included.
    heading tsvector not null,
    words   tsvector not null
);

create index tool_words_names on tool_words using gin (names gin_trgm_ops);
create index tool_words_heading on tool_words using gin (heading);
create index tool_words_words on tool_words using gin (words);

-- How many tools there are of each mixture of what one can filter by, so that a count beside a filter does not count the tools.
-- Makers stand apart, because there are nearly as many of them as tools: for each of them how many of all its tools, and of those
-- of one value of one other filter.
create table tool_count (
    category text not null,
    kind     text not null,
    entry    text not null,
    verdict  text not null,
    tools    integer not null check (tools >= 0),
    primary key (category, kind, entry, verdict)
);

create table maker_count (
    -- Both empty for all tools.
    filter text not null,
    value  text not null,
    maker  text not null,
    tools  integer not null check (tools >= 0),
    primary key (filter, value, maker)
);

create index maker_count_tools on maker_count (filter, value, tools desc, maker);

create function count_indexed_tools() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into tool_count as t (category, kind, entry, verdict, tools)
        select category, kind, entry, verdict, count(*) from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (category, kind, entry, verdict) do update set tools = t.tools + excluded.tools;
        insert into maker_count as t (filter, value, maker, tools)
        select f.filter, f.value, maker, count(*)
          from added, lateral (values ('', ''), ('category', category), ('kind', kind), ('entry', entry), ('verdict', verdict))
                          f (filter, value)
         group by 1, 2, 3 order by 1, 2, 3
        on conflict (filter, value, maker) do update set tools = t.tools + excluded.tools;
    end if;
    if tg_op <> 'INSERT' then
        update tool_count t set tools = t.tools - g.tools
          from (select category, kind, entry, verdict, count(*) as tools from gone group by 1, 2, 3, 4) g
         where (t.category, t.kind, t.entry, t.verdict) = (g.category, g.kind, g.entry, g.verdict);
        update maker_count t set tools = t.tools - g.tools
          from (select f.filter, f.value, maker, count(*) as tools
                  from gone, lateral (values ('', ''), ('category', category), ('kind', kind), ('entry', entry),
                                             ('verdict', verdict)) f (filter, value)
                 group by 1, 2, 3) g
         where (t.filter, t.value, t.maker) = (g.filter, g.value, g.maker);
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

-- Notes of tools whose rows are out of date. A note comes to light together with the change that it is about. The same tool
-- may be noted twice: a note that waited for, or vanished behind, another one's would keep a change out of the index.
create table index_due (
    id      bigint generated always as identity primary key,
    tool_id uuid not null
);

create function index_is_due_for_tools() returns trigger language plpgsql as $$
begin
    insert into index_due (tool_id) select id from changed;
    return null;
end
$$;

create function index_is_due_for_parts() returns trigger language plpgsql as $$
begin
    insert into index_due (tool_id) select distinct tool_id from changed;
    return null;
end
$$;

-- Of a shelf, with the column of tool that names it as the argument.
create function index_is_due_for_shelves() returns trigger language plpgsql as $$
begin
    execute format('insert into index_due (tool_id) select t.id from tool t join changed c on c.id = t.%I', tg_argv[0]);
    return null;
end
$$;

create trigger tool_added_index after insert on tool
    referencing new table as changed for each statement execute function index_is_due_for_tools();
create trigger tool_changed_index after update on tool
    referencing new table as changed for each statement execute function index_is_due_for_tools();

do $$
declare part text;
begin
    foreach part in array array['maker', 'category', 'kind'] loop
        execute format('create trigger %1$s_changed_index after update on %1$I
            referencing new table as changed for each statement execute function index_is_due_for_shelves(%2$L)',
            part, part || '_id');
    end loop;
    -- Votes are not among them: they come by the thousand, and what they change is found by comparing the tallies.
    foreach part in array array['fact', 'take', 'former_name'] loop
        execute format('create trigger %1$s_added_index after insert on %1$I
            referencing new table as changed for each statement execute function index_is_due_for_parts()', part);
        execute format('create trigger %1$s_changed_index after update on %1$I
            referencing new table as changed for each statement execute function index_is_due_for_parts()', part);
        execute format('create trigger %1$s_removed_index after delete on %1$I
            referencing old table as changed for each statement execute function index_is_due_for_parts()', part);
    end loop;
end
$$;

-- The tools whose names resemble what somebody typed, the most alike first: a part of the names that is as alike as a word with
-- one or two letters wrong. Each threshold is its function's own, and so is the use of the index: the planner takes a word that
-- nobody has for one that many have, and would read all names. Of several words most must be alike, or one of them that very
-- many names have would do; where nothing else was found, less is better than nothing.
create function resembling_tools(asked text, most integer) returns setof uuid
    language sql stable parallel safe rows 20
    set pg_trgm.word_similarity_threshold = 0.45
    set enable_seqscan = off
    as 'select tool_id from (select tool_id, names from tool_words where asked <% names limit 500) alike
          order by word_similarity(asked, names) desc, length(names), tool_id limit most';

create function closely_resembling_tools(asked text, most integer) returns setof uuid
    language sql stable parallel safe rows 20
    set pg_trgm.word_similarity_threshold = 0.65
    set enable_seqscan = off
    as 'select tool_id from (select tool_id, names from tool_words where asked <% names limit 500) alike
          order by word_similarity(asked, names) desc, length(names), tool_id limit most';

create function nearest_tools(asked text, most integer) returns setof uuid
    language sql stable parallel safe rows 10
    set pg_trgm.word_similarity_threshold = 0.3
    set enable_seqscan = off
    as 'select tool_id from (select tool_id, names from tool_words where asked <% names limit 500) alike
          order by word_similarity(asked, names) desc, length(names), tool_id limit most';

-- Whether another tool bears the same name is asked for each tool of a list.
create index tool_name on tool (name);

-- How often nothing was found for a term, for the editors. Terms are shortened and compared as plain() gives them.
create table missed_search (
    term    text primary key check (length(term) between 1 and 80),
    times   bigint not null check (times > 0),
    last_on date not null
);
