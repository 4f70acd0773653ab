package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where a tool stands with readers. */
public enum ToolState {

    PUBLISHED("Published"), COMING("Coming"), WITHDRAWN("Withdrawn");

    private final String label;

    ToolState(String label) {
        this.label = label;
    }

    /** The word that a page shows. */
    public String label() {
        return label;
    }

    /** The state of a tool that readers see from a day on (UTC), or see no longer. */
    static ToolState of(@Nullable LocalDate publishedOn) {
        if (publishedOn == null) {
            return WITHDRAWN;
        }
        return publishedOn.isAfter(LocalDate.now(ZoneOffset.UTC)) ? COMING : PUBLISHED;
    }
}
