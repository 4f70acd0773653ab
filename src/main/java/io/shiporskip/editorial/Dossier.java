package io.shiporskip.editorial;

import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.panel.TakeContent;

import java.util.Comparator;
import java.util.List;

/**
 * All that editors say of one tool.
 *
 * @param tool the tool, its plans and facts
 * @param takes at most one for each reviewer, in the order of their slugs
 */
public record Dossier(ToolContent tool, List<TakeContent> takes) {

    /** @throws IllegalArgumentException when a reviewer speaks twice */
    public Dossier {
        takes = takes.stream().sorted(Comparator.comparing(TakeContent::reviewer)).toList();
        if (takes.stream().map(TakeContent::reviewer).distinct().count() < takes.size()) {
            throw new IllegalArgumentException("a reviewer has one take on a tool");
        }
    }

    /** The same with another tool in it. */
    public Dossier with(ToolContent other) {
        return new Dossier(other, takes);
    }
}
