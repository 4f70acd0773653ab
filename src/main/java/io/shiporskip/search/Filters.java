package io.shiporskip.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What criteria filter by, as conditions on the columns of the index. */
final class Filters {

    /** Each is a parameter of the address and a column of the index. */
    static final List<String> ALL = List.of("category", "kind", "maker", "entry", "verdict");

    /** Of these the values are few and known, and stand in the statement: the planner then knows which of them are rare. */
    private static final Map<String, Set<String>> KNOWN = Map.of("entry", Set.of("FREE", "PAID"), "verdict",
            Set.of("SHIP", "SKIP", "SPLIT", "NONE"));

    private final Criteria criteria;

    Filters(Criteria criteria) {
        this.criteria = criteria;
    }

    /** The filters in use, but for one; an empty name leaves out none. */
    List<String> used(String except) {
        return ALL.stream().filter(filter -> !filter.equals(except) && !criteria.value(filter).isEmpty()).toList();
    }

    /** Conditions on the row {@code i}, for the filters in use but for one. */
    List<String> conditions(String except) {
        return used(except).stream().map(filter -> "i." + filter + " = " + term(filter))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The conditions as a WHERE clause, or nothing. */
    String where(String except) {
        return where(conditions(except));
    }

    static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The chosen value of a filter in SQL: its name as a parameter, or the value itself where it is one of a few. */
    String term(String filter) {
        String value = stored(filter);
        return KNOWN.getOrDefault(filter, Set.of()).contains(value) ? "'" + value + "'" : ":" + filter;
    }

    /** The parameters of the conditions. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        ALL.forEach(filter -> values.put(filter, stored(filter)));
        return values;
    }

    private String stored(String filter) {
        String value = criteria.value(filter);
        return KNOWN.containsKey(filter) ? value.toUpperCase(Locale.ROOT) : value;
    }
}
