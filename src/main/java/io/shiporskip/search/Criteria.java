package io.shiporskip.search;

import org.springframework.web.util.UriComponentsBuilder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What somebody looks for. An empty text asks for nothing, and capitals make a difference to no value.
 *
 * @param q words, as they were typed, at most {@link #MOST_CHARACTERS}
 * @param category the slug of a category
 * @param kind the slug of a kind
 * @param maker the slug of a maker
 * @param entry free or paid
 * @param verdict ship, skip, split or none
 * @param sort the order
 * @param page where the page begins, as the page before it said; empty for the first
 */
public record Criteria(String q, String category, String kind, String maker, String entry, String verdict, Sort sort,
        String page) {

    /** The longest text that is looked for; what comes after is left out. */
    public static final int MOST_CHARACTERS = 120;

    /** Everything, the best first. */
    public static final Criteria EVERYTHING = new Criteria("", "", "", "", "", "", Sort.BEST, "");

    public Criteria {
        q = shortened(q.strip().replaceAll("\\s+", " "));
        category = category.toLowerCase(Locale.ROOT);
        kind = kind.toLowerCase(Locale.ROOT);
        maker = maker.toLowerCase(Locale.ROOT);
        entry = entry.toLowerCase(Locale.ROOT);
        verdict = verdict.toLowerCase(Locale.ROOT);
    }

    /** The criteria in the parameters of an address; of a parameter that stands there twice the first counts. */
    public static Criteria of(Function<String, List<String>> parameters) {
        Function<String, String> first = name -> parameters.apply(name).stream().findFirst().orElse("").strip();
        return new Criteria(first.apply("q"), first.apply("category"), first.apply("kind"), first.apply("maker"),
                first.apply("entry"), first.apply("verdict"), Sort.parse(first.apply("sort")), first.apply("page"));
    }

    /** Words only. */
    public static Criteria words(String q) {
        return new Criteria(q, "", "", "", "", "", Sort.BEST, "");
    }

    /** The same, with another value for one parameter of the address; from the first page on, unless the page is changed. */
    public Criteria with(String parameter, String value) {
        Map<String, String> values = parameters();
        values.remove("page");
        values.put(parameter, value);
        return of(name -> values.containsKey(name) ? List.of(values.get(name)) : List.of());
    }

    /** The value of one parameter of the address; empty where it is not there. */
    public String value(String parameter) {
        return parameters().getOrDefault(parameter, "");
    }

    /** Whether anything is filtered by, words aside. */
    public boolean filtered() {
        return !(category + kind + maker + entry + verdict).isEmpty();
    }

    /** The query of the address, with its question mark; empty for {@link #EVERYTHING}. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        parameters().forEach((name, value) -> query.queryParam(name, "{" + name + "}"));
        return query.encode().buildAndExpand(Map.copyOf(parameters())).toUriString();
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("category", category);
        parameters.put("kind", kind);
        parameters.put("maker", maker);
        parameters.put("entry", entry);
        parameters.put("verdict", verdict);
        parameters.put("sort", sort == Sort.BEST ? "" : sort.word());
        parameters.put("page", page);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static String shortened(String text) {
        return text.codePoints().limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
    }
}
