package io.shiporskip.search;

import io.shiporskip.search.Findings.Count;
import org.springframework.jdbc.core.RowCallbackHandler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gathers the rows of a statement that counts: figures, the tools of a page, and how many tools each value of a filter leaves. */
final class CountReader implements RowCallbackHandler {

    private static final Set<String> FIGURES = Set.of("total", "more", "common");

    private final Map<String, Integer> figures = new HashMap<>();
    private final List<UUID> tools = new ArrayList<>();
    private final Map<String, List<Count>> byFilter = new HashMap<>();
    private final Map<String, Count> chosen = new HashMap<>();

    @Override
    public void processRow(ResultSet row) throws SQLException {
        String parameter = row.getString("parameter");
        if (FIGURES.contains(parameter)) {
            figures.put(parameter, row.getInt("tools"));
        } else if (parameter.equals("tool")) {
            tools.add(UUID.fromString(row.getString("value")));
        } else {
            Count count = new Count(row.getString("value").toLowerCase(Locale.ROOT), row.getString("label"),
                    row.getInt("tools"));
            if (parameter.startsWith(FilterCounts.CHOSEN)) {
                chosen.put(parameter.substring(FilterCounts.CHOSEN.length()), count);
            } else {
                byFilter.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(count);
            }
        }
    }

    /** A figure by its name; 0 where there is none. */
    int figure(String name) {
        return figures.getOrDefault(name, 0);
    }

    /** The tools, in the order of the rows. */
    List<UUID> tools() {
        return tools;
    }

    /** The counts of each filter, the largest first; a chosen value that leaves nothing is among them with 0. */
    Map<String, List<Count>> counts() {
        chosen.forEach((filter, count) -> {
            List<Count> counted = byFilter.computeIfAbsent(filter, _ -> new ArrayList<>());
            if (counted.stream().noneMatch(known -> known.value().equals(count.value()))) {
                counted.add(count);
            }
        });
        byFilter.values().forEach(
                counted -> counted.sort(Comparator.comparingInt(Count::tools).reversed().thenComparing(Count::label)));
        return byFilter;
    }
}
