-- A catalogue of :tools tools with six takes each: names of two syllables or three with a usual ending, words after Zipf's law
-- (the n-th most frequent word is n times as rare as the first), a few makers with very many tools and many with few.

\set ON_ERROR_STOP on
set synchronous_commit = off;
select setseed(0.5) \g /dev/null

create temporary table vocabulary as
select n, case when n <= array_length(usual, 1) then usual[n] else
           syllable[1 + n % 40] || syllable[1 + n / 40 % 40] || case when n > 1600 then syllable[1 + n / 1600 % 40] else '' end end as word
  from generate_series(1, 20000) n,
       (select string_to_array('the a model agent code with for and text open fast image tool data local small cloud editor api voice test review search chat write video team free price token context weight licence prompt speech memory deploy train edge score stream graph query index batch vision audio plan draft merge branch secure private offline hosted budget latency', ' ') as usual,
               string_to_array('ka lo mi ne ru sa ti vo we xi yo za be cu da fe go hi jo ku la me ni op qui ro se tu ul va wi xe ya zo bra cle dri flo gru sta', ' ') as syllable) s;
create unique index on vocabulary (n);

-- Sentences of twelve words, from which the texts are made.
create temporary table sentence as
select n, (select string_agg(word, ' ' order by i) || '.'
             from (select i, floor(exp(random() * ln(20000)))::int as rank from generate_series(1, 12) i where n > 0) r
             join vocabulary v on v.n = greatest(1, least(20000, r.rank))) as text
  from generate_series(1, 30000) n;
create unique index on sentence (n);
analyze vocabulary;
analyze sentence;

insert into maker (slug, name, website)
select 'maker-' || n, initcap(word) || ' ' || (array['Labs', 'AI', 'Systems', 'Works', 'Research'])[1 + n % 5], 'https://example.com'
  from vocabulary where n <= 8000;
insert into category (slug, name, description) select 'category-' || n, 'Category ' || n, 'Shelf ' || n from generate_series(1, 12) n;
insert into kind (slug, name, plural, job)
select 'kind-' || n, initcap(word) || ' maker ' || n, initcap(word) || ' makers ' || n, 'does job ' || n from vocabulary where n between 101 and 140;
insert into reviewer (slug, name, motto, statement, position)
select lower(name), name, 'Motto', 'Statement', o from unnest(array['Builder', 'Skeptic', 'Futurist', 'PM', 'Founder', 'Creator']) with ordinality r (name, o);

-- The triggers would note every row as out of date; the index is filled at the end.
set session_replication_role = replica;

insert into tool (version, slug, name, maker_id, category_id, kind_id, tagline, best_for, entry, website, description, published_on)
select 0, 'tool-' || d.n,
       initcap(w.word) || coalesce(' ' || initcap(v.word), '') || ' '
           || (array['Agent', 'Studio', '2', '3B', '7B Instruct', 'Code', 'Pro', 'Vision', 'v' || d.n % 9, 'Small'])[1 + d.n % 10],
       m.id, c.id, k.id, rtrim(left(s.text, 100), ' .') || ' ' || d.n % 97, 'Best for ' || left(s.text, 60) || ' teams ' || d.n % 89,
       case when d.n % 3 = 0 then 'PAID' else 'FREE' end, 'https://example.com', s.text, date '2026-11-20' - d.n % 1000
  from (select n, 60 + floor(exp(random() * ln(19000)))::int as first, floor(exp(random() * ln(19000)))::int as second,
               floor(exp(random() * ln(8000)))::int as maker, floor(exp(random() * ln(40)))::int as kind,
               1 + floor(random() * 30000)::int as sentence
          from generate_series(1, :tools) n) d
  join vocabulary w on w.n = d.first
  left join vocabulary v on v.n = d.second and d.n % 2 = 0
  join maker m on m.slug = 'maker-' || greatest(1, d.maker)
  join kind k on k.slug = 'kind-' || (100 + greatest(1, least(40, d.kind)))
  join category c on c.slug = 'category-' || (1 + greatest(1, d.kind) % 12)
  join sentence s on s.n = d.sentence;

insert into fact (tool_id, aspect, value, source, checked_on)
select t.id, aspect, value, 'https://example.com', date '2026-11-20' - (random() * 300)::int
  from tool t, lateral (values ('LICENCE', (array['Apache 2.0', 'MIT', 'Proprietary'])[1 + floor(random() * 3)::int]),
                               ('PARAMETERS', (1 + floor(random() * 70))::text || 'B'),
                               ('CONTEXT', (8 * (1 + floor(random() * 30)))::text || 'K tokens')) f (aspect, value);

insert into take (version, tool_id, reviewer_id, verdict, score, text, written_on, basis)
select 0, tool_id, reviewer_id, case when random() < quality then 'SHIP' else 'SKIP' end,
       case when random() < 0.9 then least(100, greatest(0, (quality * 70 + random() * 30)::int)) end,
       (select string_agg(text, ' ') from sentence where sentence.n in (a, b, c, d, e, f, g, h)), date '2026-11-20', 'DOCUMENTATION'
  from (select t.id as tool_id, r.id as reviewer_id, (hashtext(t.slug) & 1023) / 1024.0 as quality,
               1 + floor(random() * 30000)::int as a, 1 + floor(random() * 30000)::int as b, 1 + floor(random() * 30000)::int as c,
               1 + floor(random() * 30000)::int as d, 1 + floor(random() * 30000)::int as e, 1 + floor(random() * 30000)::int as f,
               1 + floor(random() * 30000)::int as g, 1 + floor(random() * 30000)::int as h
          from tool t, reviewer r) x;

insert into tally (tool_id, ships, skips, held)
select id, (random() * 200)::int, (random() * 100)::int, 0 from tool where random() < 0.5;

insert into tool_index (tool_id, slug, name, category, kind, maker, entry, verdict, ships, skips,
                        by_new, by_score, by_votes, by_contested, by_checked)
select t.id, t.slug, plain(t.name), c.slug, k.slug, m.slug, t.entry,
       case sign(p.ships - p.skips) when 1 then 'SHIP' when -1 then 'SKIP' else 'SPLIT' end,
       coalesce(y.ships, 0), coalesce(y.skips, 0), -(t.published_on - date '2000-01-01'), coalesce(-p.score, 1),
       -coalesce(y.ships / nullif(y.ships + y.skips, 0)::float, 0), -(1 - abs(p.ships - p.skips) / 6.0), -(f.checked - date '2000-01-01')
  from tool t join maker m on m.id = t.maker_id join kind k on k.id = t.kind_id join category c on c.id = t.category_id
  join (select tool_id, count(*) filter (where verdict = 'SHIP') as ships, count(*) filter (where verdict = 'SKIP') as skips,
               round(avg(score)) as score from take group by 1) p on p.tool_id = t.id
  join (select tool_id, max(checked_on) as checked from fact group by 1) f on f.tool_id = t.id
  left join tally y on y.tool_id = t.id;

-- Of many rows an index is made faster than it is kept.
drop index tool_words_names, tool_words_heading, tool_words_words;
insert into tool_words (tool_id, names, heading, words)
select t.id, plain(concat_ws(' ', t.name, m.name)), h.heading,
       h.heading || setweight(shipping_words(concat_ws(' ', t.best_for, c.name, f.facts)), 'C')
           || setweight(to_tsvector('shipping', concat_ws(' ', t.description, x.takes)), 'D')
  from tool t join maker m on m.id = t.maker_id join kind k on k.id = t.kind_id join category c on c.id = t.category_id
  cross join lateral (select setweight(shipping_words(t.name), 'A')
                                 || setweight(shipping_words(concat_ws(' ', m.name, k.name, t.tagline)), 'B') as heading) h
  cross join lateral (select string_agg(value, ' ') as facts from fact where fact.tool_id = t.id) f
  cross join lateral (select string_agg(text, ' ') as takes from take where take.tool_id = t.id) x;
create index tool_words_names on tool_words using gin (names gin_trgm_ops);
create index tool_words_heading on tool_words using gin (heading);
create index tool_words_words on tool_words using gin (words);

insert into tool_count select category, kind, entry, verdict, count(*) from tool_index group by 1, 2, 3, 4;
insert into maker_count
select f.filter, f.value, maker, count(*)
  from tool_index, lateral (values ('', ''), ('category', category), ('kind', kind), ('entry', entry), ('verdict', verdict),
                                  ('entry verdict', entry || ' ' || verdict))
                       f (filter, value)
 group by 1, 2, 3;
set session_replication_role = origin;
vacuum (analyze);
