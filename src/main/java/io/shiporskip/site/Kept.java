package io.shiporskip.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one form on a page leaves in the address for another. The texts are queries that this site has written itself, of
 * names and values that need no encoding, with their question mark; empty where there is nothing.
 */
final class Kept {

    private Kept() {}

    /**
     * A field of a form that is not shown.
     *
     * @param name its name
     * @param value its value
     */
    public record Field(String name, String value) {}

    /** The fields of a query. */
    static List<Field> fields(String query) {
        return query.isEmpty() ? List.of()
                : Arrays.stream(query.substring(1).split("&")).map(field -> field.split("=", 2))
                        .map(field -> new Field(field[0], field[1])).toList();
    }

    /** A query of several. */
    static String joined(String... queries) {
        String fields = Stream.of(queries).filter(query -> !query.isEmpty()).map(query -> query.substring(1))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() ? "" : "?" + fields;
    }
}
