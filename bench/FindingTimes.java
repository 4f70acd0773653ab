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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Measures what finding tools costs over the catalogue that finding.sql makes. It runs the site's own code on one connection,
 * so a time is that of all statements of one call, the way to PostgreSQL and back included. Whole pages it asks for by HTTP.
 */
class FindingTimes {

    private static final int WARM_UP = Integer.getInteger("warmUp", 30);
    private static final int RUNS = Integer.getInteger("runs", 300);
    private static final long MOST_NANOS = Integer.getInteger("seconds", 30) * 1_000_000_000L;
    private static final int LEAST_RUNS = 3;
    /** A page that has not answered by then is given up. The first one finds everything cold. */
    private static final Duration PAGE_GIVEN_UP = Duration.ofSeconds(60);

    /** Milliseconds. */
    private static final double TARGET_MEDIAN = 20;
    private static final double TARGET_P99 = 60;

    private final JdbcClient jdbc;
    private final List<String> names;
    private final List<String> slugs;
    private final List<Map<String, Object>> tools;
    private final int backend;
    private int calls;
    private int byClock;
    private int byWork;

    FindingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.names = jdbc.sql("select name from tool_index order by md5(slug) limit 2000").query(String.class).list();
        this.backend = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        this.slugs = jdbc.sql("select slug from tool_index order by md5(slug) limit 2000").query(String.class).list();
        this.tools = jdbc.sql("select category, kind, maker, entry, verdict from tool_index order by md5(slug) limit 2000")
                .query().listOfRows();
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
        System.out.printf("## %,d tools%n%n%,d takes, PostgreSQL %s.%n%n", times.count("tool"), times.count("take"),
                times.jdbc.sql("show server_version").query(String.class).single());
        times.heading("search, type-ahead, lists and comparisons");

        times.words(search, "search: a rare word", i -> rare(times.names.get(i)));
        times.words(search, "search: a common word", i -> List.of("agent", "model", "code", "fast").get(i % 4));
        times.words(search, "search: two common words", i -> List.of("agent code", "model fast", "open data").get(i % 3));
        times.words(search, "search: two words of a name", i -> times.names.get(i));
        times.words(search, "search: four words", i -> rare(times.names.get(i)) + " agent vision token");
        times.words(search, "search: four common words", i -> List.of("agent model code fast", "open data tool local",
                "vision token batch latency", "text image video audio").get(i % 4));
        times.words(search, "search: eight words, as one asks", i -> "fast open " + rare(times.names.get(i))
                + " agent with vision for local code and team data");
        times.words(search, "search: two words that no tool has together", i -> rare(times.names.get(i)) + " "
                + rare(times.names.get(i + 1)) + " agent");
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

        for (int filters = 1; filters <= 5; filters++) {
            int some = filters;
            times.measure("browse, any " + some + (some == 1 ? " filter" : " filters") + ", any order", i -> search.find(times.mixture(i, some)));
        }
        times.measure("browse, any verdict, rare ones included, any order", i -> search.find(Criteria.EVERYTHING
                .with("verdict", List.of("ship", "skip", "split", "none").get(i % 4))
                .with("sort", Sort.values()[1 + i / 4 % 6].word())));

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
        times.summary();
        times.pages(context);
        context.close();
        // A page that was given up may not have ended.
        System.exit(0);
    }

    /** Whole pages, from the request to the last byte of the answer, templates included. */
    private void pages(ConfigurableApplicationContext context) {
        String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, java.util.function.IntFunction<String>> pages = new LinkedHashMap<>();
        pages.put("`/tools`", _ -> "/tools");
        pages.put("`/tools` by kind and order", i -> "/tools?kind=kind-" + (101 + i % 40) + "&sort=" + Sort.values()[i % 7].word());
        pages.put("`/search`, a word", i -> "/search?q=" + rare(names.get(i)));
        pages.put("`/search/suggestions`, three letters", i -> "/search/suggestions?q=" + beginning(names.get(i), 3));
        pages.put("`/tools/{slug}`", i -> "/tools/" + slugs.get(i % 2000));
        pages.put("`/compare/{a}-vs-{b}`", i -> "/compare/" + String.join("-vs-", slugs(i, 2).stream().map(Slug::value).sorted().toList()));
        pages.put("`/reviewers`", _ -> "/reviewers");
        pages.put("`/reviewers/builder`", _ -> "/reviewers/builder");
        pages.put("`/kinds/{slug}/decide`, the largest kind", _ -> "/kinds/kind-101/decide");
        pages.put("`/compare`", _ -> "/compare");
        pages.put("`/`", _ -> "/");
        heading("whole pages over HTTP");
        boolean answers = true;
        for (var page : pages.entrySet()) {
            if (answers) {
                answers = measure(page.getKey(), i -> get(client, base + page.getValue().apply(i)), this::workedForPages);
            } else {
                // The page that was given up is still being made, on the one connection.
                System.out.printf("| %s | 0 | | | not measured | | | not measured | |%n", page.getKey());
            }
        }
        summary();
    }

    private static void get(HttpClient client, String address) {
        try {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create(address.replace(" ", "+")))
                    .timeout(PAGE_GIVEN_UP).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + address);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }

    private void heading(String what) {
        calls = 0;
        byClock = 0;
        byWork = 0;
        System.out.println("### " + what.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + what.substring(1));
        System.out.println();
        System.out.println("| what | runs | median ms | p99 ms | by the clock | work: median ms | work: p99 ms | by the work | tables read whole |");
        System.out.println("| --- | ---: | ---: | ---: | --- | ---: | ---: | --- | --- |");
    }

    private void summary() {
        System.out.printf("%nWithin %.0f ms at the median and %.0f ms at the 99th percentile: %d of %d by the clock, %d of %d by the work.%n%n",
                TARGET_MEDIAN, TARGET_P99, byClock, calls, byWork, calls);
    }

    private void words(Search search, String what, java.util.function.IntFunction<String> q) {
        measure(what, i -> search.find(Criteria.words(q.apply(i))));
    }

    private void measure(String what, IntConsumer call) {
        measure(what, call, this::worked);
    }

    /** Whether it could be measured. */
    private boolean measure(String what, IntConsumer call, LongSupplier worked) {
        try {
            List<String> before = wholeReads();
            long first = System.nanoTime();
            for (int i = 0; i < WARM_UP && (i == 0 || System.nanoTime() - first < MOST_NANOS / 10); i++) {
                call.accept(RUNS + i);
            }
            List<Long> times = new ArrayList<>();
            List<Long> work = new ArrayList<>();
            long beginning = System.nanoTime();
            for (int i = 0; i < RUNS && (i < LEAST_RUNS || System.nanoTime() - beginning < MOST_NANOS); i++) {
                long before1 = worked.getAsLong();
                long begin = System.nanoTime();
                call.accept(i);
                times.add(System.nanoTime() - begin);
                work.add(worked.getAsLong() - before1);
            }
            report(what, sorted(times), sorted(work), before);
            return true;
        } catch (IllegalStateException e) {
            calls++;
            System.out.printf("| %s: no answer within %d s | 0 | | | fail | | | fail | |%n", what, PAGE_GIVEN_UP.toSeconds());
            return false;
        }
    }

    private void report(String what, long[] times, long[] work, List<String> before) {
        List<String> after = wholeReads();
        boolean clock = median(times) < TARGET_MEDIAN && p99(times) < TARGET_P99;
        boolean worked = median(work) < TARGET_MEDIAN && p99(work) < TARGET_P99;
        calls++;
        byClock += clock ? 1 : 0;
        byWork += worked ? 1 : 0;
        System.out.printf("| %s | %d | %.1f | %.1f | %s | %.1f | %.1f | %s | %s |%n", what, times.length, median(times), p99(times),
                clock ? "pass" : "fail", median(work), p99(work), worked ? "pass" : "fail",
                String.join(", ", after.stream().filter(read -> !before.contains(read)).map(read -> read.split(" ")[0]).toList()));
    }

    private static long[] sorted(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static double median(long[] sorted) {
        return sorted[sorted.length / 2] / 1e6;
    }

    private static double p99(long[] sorted) {
        return sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6;
    }

    /** So many filters that leave at least one tool, but for every fifth, whose filters are of two tools. */
    private Criteria mixture(int number, int filters) {
        List<String> all = new ArrayList<>(List.of("category", "kind", "maker", "entry", "verdict"));
        Random random = new Random(number);
        java.util.Collections.shuffle(all, random);
        Criteria criteria = Criteria.EVERYTHING.with("sort", Sort.values()[number % 7].word());
        for (int i = 0; i < filters; i++) {
            Map<String, Object> tool = tools.get((number + (number % 5 == 4 && i == 0 ? 1 : 0)) % tools.size());
            criteria = criteria.with(all.get(i), String.valueOf(tool.get(all.get(i))));
        }
        return criteria;
    }

    /** The same with that of the site itself, and of this program, which asks for the pages. */
    private long workedForPages() {
        return worked() + ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
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
