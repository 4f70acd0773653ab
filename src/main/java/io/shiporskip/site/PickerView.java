package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Lineup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The form that chooses tools to compare. One writes the name of a tool, and is offered some while one writes.
 *
 * @param offered the tools that every field offers before anything is written, by name; of many the best scored
 * @param fields what stands in each of its fields
 */
public record PickerView(List<Offered> offered, List<Chosen> fields) {

    /**
     * A tool that a field offers.
     *
     * @param tool the tool
     * @param text what the field holds once it is chosen: the name, or the slug where the name is another tool's as well
     */
    public record Offered(ToolView tool, String text) {

        static Offered of(ToolView tool) {
            return new Offered(tool, tool.ambiguous() ? tool.slug().value() : tool.name());
        }
    }

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
     * @param offered the tools to offer, by name
     * @param chosen the texts of the fields, in their order
     * @param known tools that the texts may be the slugs of
     */
    static PickerView of(List<ToolView> offered, List<String> chosen, Collection<ToolView> known) {
        List<Chosen> fields = new ArrayList<>(
                chosen.stream().limit(Lineup.MOST).map(text -> chosen(text, known)).toList());
        while (fields.size() < Lineup.MOST) {
            fields.add(Chosen.NOTHING);
        }
        return new PickerView(offered.stream().map(Offered::of).toList(), fields);
    }

    private static Chosen chosen(String text, Collection<ToolView> known) {
        String slug = text.toLowerCase(Locale.ROOT);
        return known.stream().filter(tool -> tool.slug().value().equals(slug)).findFirst()
                .map(tool -> new Chosen(slug, tool.label())).orElseGet(() -> new Chosen(text, text));
    }
}
