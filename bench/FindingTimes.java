import io.shiporskip.ShipOrSkip;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.panel.Panel;
import io.shiporskip.search.Criteria;
import io.shiporskip.search.Findings;
import io.shiporskip.search.Search;
import io.shiporskip.search.Sort;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.Votes;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Measures what finding tools costs over the catalogue that finding.sql makes. It runs the site's own code on one connection,
 * so a time is that of all statements of one call, the way to PostgreSQL and back included.
 */
class FindingTimes {

    private static final int WARM_UP = Integer.getInteger("warmUp", 30);
    private static final int RUNS = Integer.getInteger("runs", 300);

    private final JdbcClient jdbc;
    private final List<String> names;
    private final List<String> slugs;
    private final int backend;

    FindingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.names = jdbc.sql("select name from tool_index order by md5(slug) limit 2000").query(String.class).list();
        this.backend = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        this.slugs = jdbc.sql("select slug from tool_index order by md5(slug) limit 2000").query(String.class).list();
    }

    public static void main(String[] arguments) throws Exception {
        var context = SpringApplication.run(ShipOrSkip.class, arguments);
        System.out.println("READY");
        System.in.read();
        Search search = context.getBean(Search.class);
        Tools tools = context.getBean(Tools.class);
        Panel panel = context.getBean(Panel.class);
        Votes votes = context.getBean(Votes.class);
        Comparisons comparisons = context.getBean(Comparisons.class);
        FindingTimes times = new FindingTimes(context.getBean(JdbcClient.class));
        System.out.printf("%,d tools, %,d takes, PostgreSQL %s%n%n", times.count("tool"), times.count("take"),
                times.jdbc.sql("show server_version").query(String.class).single());
        System.out.println("| what | median ms | p99 ms | work: median ms | work: p99 ms | tables read whole |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | --- |");

        times.words(search, "search: a rare word", i -> rare(times.names.get(i)));
        times.words(search, "search: a common word", i -> List.of("agent", "model", "code", "fast").get(i % 4));
        times.words(search, "search: two common words", i -> List.of("agent code", "model fast", "open data").get(i % 3));
        times.words(search, "search: two words of a name", i -> times.names.get(i));
        times.words(search, "search: four words", i -> rare(times.names.get(i)) + " agent vision token");
        times.words(search, "search: one letter wrong", i -> wrong(times.names.get(i), i));
        times.words(search, "search: one word, one letter wrong", i -> wrong(rare(times.names.get(i)), i));
        times.words(search, "search: a maker", i -> List.of("kabra labs", "ka labs", "mini ai", "agent systems").get(i % 4));
        times.words(search, "search: A vs B", i -> times.names.get(i) + " vs " + times.names.get(i + 1));
        times.words(search, "search: nothing to find", i -> "xqzw" + i);
        times.measure("search: filtered by kind and entry", i -> search.find(
                Criteria.words("agent").with("kind", "kind-" + (101 + i % 10)).with("entry", "free")));
        times.measure("search: nearest names where nothing is found", i -> search.nearest(wrong(wrong(times.names.get(i), i), i + 3), 5));
        List<Findings> found = List.of(search.find(Criteria.words("agent")), search.find(Criteria.words("agent code")),
                search.find(Criteria.words("vision token")));
        times.measure("search: what is marked on a page", i -> search.excerpts(found.get(i % 3).criteria(), found.get(i % 3).tools()));
        for (int letters : new int[]{ 1, 2, 3, 6 }) {
            times.measure("type-ahead: " + letters + (letters == 1 ? " letter" : " letters"),
                    i -> search.suggest(beginning(times.names.get(i), letters), 8));
        }
        times.measure("type-ahead: a word that stands second", i -> search.suggest(second(times.names.get(i)), 8));
        times.measure("type-ahead: one letter wrong", i -> search.suggest(wrong(rare(times.names.get(i)), i), 8));

        for (Sort sort : Sort.values()) {
            Criteria first = Criteria.EVERYTHING.with("sort", sort.word());
            times.measure("browse by " + sort.word() + ", first page", _ -> search.find(first));
            Criteria deep = times.page(search, first, 200);
            times.measure("browse by " + sort.word() + ", 200th page", _ -> search.find(deep));
        }
        for (String filter : List.of("category=category-2", "category=category-9", "kind=kind-101", "kind=kind-139", "maker=maker-1",
                "maker=maker-500", "entry=free", "entry=paid", "verdict=ship", "verdict=skip", "verdict=split",
                "kind=kind-103&entry=free&verdict=ship", "maker=maker-1&verdict=skip", "entry=paid&verdict=split")) {
            for (Sort sort : List.of(Sort.SCORE, Sort.NAME)) {
                Criteria criteria = with(filter).with("sort", sort.word());
                times.measure("browse " + filter + " by " + sort.word(), _ -> search.find(criteria));
            }
        }
        Criteria kind = times.page(search, with("kind=kind-101"), 200);
        times.measure("browse kind=kind-101, 200th page", _ -> search.find(kind));

        List<java.util.UUID> page = search.find(Criteria.EVERYTHING).tools();
        times.measure("the rows of a list", _ -> {
            tools.byIds(page);
            panel.verdicts(page);
            votes.tallies(page);
        });
        times.measure("a comparison of two", i -> comparisons.of(tools.sheets(times.slugs(i, 2))));
        times.measure("a comparison of four", i -> comparisons.of(tools.sheets(times.slugs(i, 4))));
        times.measure("what stands around a tool", i -> comparisons
                .around(tools.sheets(times.slugs(i, 1)).getFirst().tool(), 5));
        context.close();
    }

    private void words(Search search, String what, java.util.function.IntFunction<String> q) {
        measure(what, i -> search.find(Criteria.words(q.apply(i))));
    }

    private void measure(String what, IntConsumer call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.accept(RUNS + i);
        }
        List<String> before = wholeReads();
        long[] times = new long[RUNS];
        long[] work = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long worked = worked();
            long begin = System.nanoTime();
            call.accept(i);
            times[i] = System.nanoTime() - begin;
            work[i] = worked() - worked;
        }
        List<String> after = wholeReads();
        Arrays.sort(times);
        Arrays.sort(work);
        System.out.printf("| %s | %.1f | %.1f | %.1f | %.1f | %s |%n", what, times[RUNS / 2] / 1e6,
                times[RUNS * 99 / 100] / 1e6, work[RUNS / 2] / 1e6, work[RUNS * 99 / 100] / 1e6,
                String.join(", ", after.stream().filter(read -> !before.contains(read)).map(read -> read.split(" ")[0]).toList()));
    }

    /** The nanoseconds for which PostgreSQL has had a processor for this connection: other work on the machine is not in them. */
    private long worked() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/" + backend + "/schedstat")).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The large tables with how often each was read from end to end. */
    private List<String> wholeReads() {
        jdbc.sql("select pg_stat_force_next_flush()::text").query(String.class).list();
        return jdbc.sql("""
                select relname || ' ' || seq_scan from pg_stat_user_tables
                 where relname in ('tool', 'tool_index', 'tool_words', 'take', 'fact', 'maker_count', 'tally')
                """).query(String.class).list();
    }

    private Criteria page(Search search, Criteria criteria, int number) {
        Criteria page = criteria;
        for (int i = 1; i < number; i++) {
            String next = search.find(page).next();
            if (next.isEmpty()) {
                return page;
            }
            page = criteria.with("page", next);
        }
        return page;
    }

    private List<Slug> slugs(int from, int count) {
        return slugs.subList(from * 4 % 1900, from * 4 % 1900 + count).stream().map(Slug::new).toList();
    }

    private static Criteria with(String query) {
        Criteria criteria = Criteria.EVERYTHING;
        for (String pair : query.split("&")) {
            criteria = criteria.with(pair.split("=")[0], pair.split("=")[1]);
        }
        return criteria;
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String rare(String name) {
        return name.split(" ")[0];
    }

    private static String second(String name) {
        return beginning(name.split(" ")[1] + "   ", 4).strip();
    }

    private static String beginning(String name, int letters) {
        return name.substring(0, Math.min(letters, name.length()));
    }

    /** The text with one letter replaced, left out or doubled. */
    private static String wrong(String text, int seed) {
        Random random = new Random(seed);
        int at = 1 + random.nextInt(Math.max(1, text.length() - 1));
        String rest = text.substring(Math.min(text.length(), at + 1));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, Math.min(at, text.length())) + (char) ('a' + random.nextInt(26)) + rest;
            case 1 -> text.substring(0, Math.min(at, text.length())) + rest;
            default -> text.substring(0, Math.min(at, text.length())) + "e" + text.substring(Math.min(at, text.length()));
        };
    }
}
