-- What a search or a list reads stays small, however common its words and its filters are.

-- The words that are looked for, each as a query of its own, in the order in which they are asked for. Those that are too common
-- to look for are none.
create function asked_words(said text) returns table (place bigint, query text)
    language sql immutable strict parallel safe rows 4
    as $$
        with word as materialized (
            select min(u.place) as place, u.word, plain_apart(u.word) as apart,
                   tsvector_to_array(to_tsvector('shipping'::regconfig, u.word)) as lexemes
              from unnest(string_to_array(plain(said), ' ')) with ordinality u (word, place)
             where u.word not in ('', 'vs', 'versus', 'or')
             group by u.word)
        select min(place), query
          from (select place, quote_literal(lexemes[1])
                       || case when apart = word then '' else ' | ' || plainto_tsquery('shipping'::regconfig, apart)::text end as query
                  from word where cardinality(lexemes) = 1) looked_for
         group by query
    $$;

-- The headings that have all of the words but one: of the first five words that are looked for, each left out in turn. The rarest
-- two of them decide how much of the index is read. Null of fewer than three words.
create function shipping_query_but_one(said text) returns tsquery
    language sql immutable strict parallel safe
    as $$
        with word as materialized (select place, query from asked_words(said) order by place limit 5)
        select string_agg(others, ' | ')::tsquery
          from (select string_agg('(' || kept.query || ')', ' & ') as others
                  from word left_out join word kept on kept.place <> left_out.place
                 where (select count(*) from word) > 2
                 group by left_out.place) alternatives
    $$;

-- Those of the words that the fewest headings have, but at least one: any of them will do; null where no heading has any. How
-- frequent the common ones are is in the planner's statistics; the others are rare, and counted. Without the statistics all are,
-- exactly, which a young catalogue can afford.
create function rarest_words(said text, most integer) returns tsquery
    language sql stable strict parallel safe
    set enable_seqscan = off
    as $$
        with word as materialized (select query from asked_words(said) order by place limit 12),
        common as (
            select quote_literal(e.word) as query, e.share
              from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (word, share)
             where s.schemaname = current_schema and s.tablename = 'tool_words' and s.attname = 'heading' and e.word is not null),
        counted as (
            select w.query, c.share,
                   case when c.share is null
                        then (select count(*) from tool_words where heading @@ w.query::tsquery) else 1 end as tools
              from word w left join common c using (query))
        select string_agg('(' || query || ')', ' | ')::tsquery
          from (select query from counted where tools > 0
                 order by coalesce(share, 0), tools, query limit most) rarest
    $$;

-- The tools of which a word of a name, but not the first, begins with what somebody typed. The use of the index is the function's
-- own: a beginning that few names have would be looked for in all of them.
create function tools_with_word_beginning(asked text, most integer) returns setof uuid
    language sql stable parallel safe rows 20
    set enable_seqscan = off
    as 'select tool_id from tool_words where names like ''% '' || asked || ''%'' limit most';

-- A tool is asked for by the whole of a name that it once had.
create index former_name_plain on former_name (plain(name));

-- The rare verdicts in any order, and each of them by score.
create index tool_index_verdict on tool_index (verdict, by_score, slug);
-- How many tools each maker has under three filters or four is counted in these alone.
create index tool_index_kind_mixture on tool_index (kind, entry, verdict, maker);
create index tool_index_category_mixture on tool_index (category, entry, verdict, maker);

-- Entry and verdict together leave very many tools as well. And what changes no filter, as a vote does, changes no count.
create or replace function count_indexed_tools() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if not exists (select from added a join gone g using (tool_id)
                        where (a.category, a.kind, a.entry, a.verdict, a.maker) <> (g.category, g.kind, g.entry, g.verdict, g.maker)) then
            return null;
        end if;
    end if;
    if tg_op <> 'DELETE' then
        insert into tool_count as t (category, kind, entry, verdict, tools)
        select category, kind, entry, verdict, count(*) from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (category, kind, entry, verdict) do update set tools = t.tools + excluded.tools;
        insert into maker_count as t (filter, value, maker, tools)
        select f.filter, f.value, maker, count(*)
          from added, lateral (values ('', ''), ('category', category), ('kind', kind), ('entry', entry), ('verdict', verdict),
                                      ('entry verdict', entry || ' ' || verdict)) f (filter, value)
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
                                             ('verdict', verdict), ('entry verdict', entry || ' ' || verdict)) f (filter, value)
                 group by 1, 2, 3) g
         where (t.filter, t.value, t.maker) = (g.filter, g.value, g.maker);
    end if;
    return null;
end
$$;

-- Counts tools that were indexed before this was counted; the keeper of the index calls it when it starts. Nobody writes the index
-- meanwhile, so none is counted twice.
create function count_tools_indexed_before() returns void language plpgsql as $$
begin
    if (select coalesce(sum(tools) filter (where filter = ''), 0) <> coalesce(sum(tools) filter (where filter = 'entry verdict'), 0)
          from maker_count) then
        lock table tool_index in share row exclusive mode;
        delete from maker_count where filter = 'entry verdict';
        insert into maker_count (filter, value, maker, tools)
        select 'entry verdict', entry || ' ' || verdict, maker, count(*) from tool_index group by 2, 3;
    end if;
end
$$;
