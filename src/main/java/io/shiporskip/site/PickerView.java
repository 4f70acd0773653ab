package io.shiporskip.site;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Lineup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form that chooses tools to compare.
 *
 * @param groups all tools by kind; the kind of the first chosen tool comes first, because its rivals are there
 * @param chosen the slugs chosen so far, one for each field
 */
record PickerView(List<Group> groups, List<String> chosen) {

    /**
     * Tools of one kind.
     *
     * @param kind the kind
     * @param tools its tools, by name
     */
    record Group(KindView kind, List<ToolView> tools) {}

    /** A picker over these tools with as many fields as a comparison can have columns. */
    static PickerView of(List<ToolView> tools, List<String> chosen) {
        Map<String, List<ToolView>> byKind = new LinkedHashMap<>();
        tools.stream().filter(tool -> !chosen.isEmpty() && tool.slug().value().equals(chosen.getFirst())).findFirst()
                .ifPresent(first -> byKind.put(first.kind().slug(), new ArrayList<>()));
        tools.forEach(tool -> byKind.computeIfAbsent(tool.kind().slug(), _ -> new ArrayList<>()).add(tool));
        List<String> fields = new ArrayList<>(chosen.stream().limit(Lineup.MOST).toList());
        while (fields.size() < Lineup.MOST) {
            fields.add("");
        }
        return new PickerView(byKind.values().stream().map(group -> new Group(group.getFirst().kind(), group)).toList(),
                fields);
    }
}
