package io.shiporskip.site;

import io.shiporskip.shared.Slug;

import java.util.List;

/** An address names a tool that is not there. */
final class UnknownTool extends RuntimeException {

    private final transient List<Slug> missing;

    UnknownTool(List<Slug> missing) {
        super("no such tool: " + missing);
        this.missing = List.copyOf(missing);
    }

    List<Slug> missing() {
        return missing;
    }
}
