package io.shiporskip.site;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Lineup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The form that chooses tools to compare.
 *
 * @param groups all tools by kind, to choose from; none where there are too many for that, and one writes names. The kind of the
 *            first chosen tool comes first, because its rivals are there
 * @param fields what stands in each of its fields
 */
public record PickerView(List<Group> groups, List<Chosen> fields) {

    /**
     * Tools of one kind.
     *
     * @param kind the kind
     * @param tools its tools, by name
     */
    public record Group(KindView kind, List<ToolView> tools) {}

    /**
     * What stands in a field.
     *
     * @param text the slug of a tool, or what somebody wrote instead; empty where nothing is chosen
     * @param label what the tool is called; the text itself where it is no tool's
     */
    public record Chosen(String text, String label) {

        static final Chosen NOTHING = new Chosen("", "");
    }

    /**
     * A picker with as many fields as a comparison can have columns.
     *
     * @param all the tools to choose from, by name
     * @param chosen the texts of the fields, in their order
     * @param known tools that the texts may be the slugs of
     */
    static PickerView of(List<ToolView> all, List<String> chosen, Collection<ToolView> known) {
        List<Chosen> fields = new ArrayList<>(
                chosen.stream().limit(Lineup.MOST).map(text -> chosen(text, known)).toList());
        Map<String, List<ToolView>> byKind = new LinkedHashMap<>();
        all.stream().filter(tool -> !fields.isEmpty() && tool.slug().value().equals(fields.getFirst().text()))
                .findFirst().ifPresent(first -> byKind.put(first.kind().slug(), new ArrayList<>()));
        all.forEach(tool -> byKind.computeIfAbsent(tool.kind().slug(), _ -> new ArrayList<>()).add(tool));
        while (fields.size() < Lineup.MOST) {
            fields.add(Chosen.NOTHING);
        }
        return new PickerView(byKind.values().stream().map(group -> new Group(group.getFirst().kind(), group)).toList(),
                fields);
    }

    private static Chosen chosen(String text, Collection<ToolView> known) {
        String slug = text.toLowerCase(Locale.ROOT);
        return known.stream().filter(tool -> tool.slug().value().equals(slug)).findFirst()
                .map(tool -> new Chosen(slug, tool.label())).orElseGet(() -> new Chosen(text, text));
    }
}
