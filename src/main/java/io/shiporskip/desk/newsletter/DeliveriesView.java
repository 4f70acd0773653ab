package io.shiporskip.desk.newsletter;

import io.shiporskip.newsletter.OddDelivery;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The deliveries that somebody should look at.
 *
 * @param unknown whether these are the ones of which nobody knows; otherwise those that have failed
 * @param edition the number of their edition; nothing for all
 * @param rows the latest first
 * @param first whether these are the latest
 * @param older the place of the last one, where there are more after it
 * @param problem what was wrong with a decision; empty for nothing
 * @param done what was just decided; empty for nothing
 */
public record DeliveriesView(boolean unknown, @Nullable Integer edition, List<OddDelivery> rows, boolean first,
        @Nullable String older, String problem, String done) {

    /** The address of this list, its first page. */
    public String path() {
        return address(unknown);
    }

    /** The address of the other list. */
    public String otherPath() {
        return address(!unknown);
    }

    private String address(boolean ofUnknown) {
        return ComingPages.PATH + "/deliveries?kind=" + (ofUnknown ? "unknown" : "failed")
                + (edition == null ? "" : "&edition=" + edition);
    }
}
