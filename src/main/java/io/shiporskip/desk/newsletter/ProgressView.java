package io.shiporskip.desk.newsletter;

import io.shiporskip.newsletter.DeliveryCounts;
import io.shiporskip.newsletter.EditionProgress;
import io.shiporskip.shared.Figures;

import java.util.ArrayList;
import java.util.List;

/**
 * How far an edition is, in figures and as a bar.
 *
 * @param edition the edition
 */
public record ProgressView(EditionProgress edition) {

    /** The width of the bar, in units of the drawing. */
    private static final int WIDTH = 1000;

    /**
     * The deliveries of a kind.
     *
     * @param name for people
     * @param note what it means
     * @param key for the style sheet
     * @param number how many
     * @param x where its part of the bar begins
     * @param width how wide that is
     */
    public record Part(String name, String note, String key, int number, int x, int width) {

        /** The number, grouped. */
        public String text() {
            return Figures.of(number);
        }
    }

    /** The parts of the bar, from left to right; those of nothing have no width. */
    public List<Part> parts() {
        DeliveryCounts counts = edition.counts();
        List<Part> parts = new ArrayList<>();
        add(parts, "Sent", "taken over by the mail server", "sent", counts.sent());
        add(parts, "Failed", "refused, or given up after the last try", "failed", counts.refused() + counts.givenUp());
        add(parts, "Unknown", "nobody knows whether the mail server took it", "unknown", counts.unknown());
        add(parts, "Dropped", "the reader left before", "dropped", counts.dropped());
        add(parts, "Waiting", "not tried yet, or to be tried again", "waiting", counts.waiting() + counts.sending());
        return parts;
    }

    private void add(List<Part> parts, String name, String note, String key, int number) {
        int x = parts.isEmpty() ? 0 : parts.getLast().x() + parts.getLast().width();
        int total = Math.max(1, edition.counts().total());
        // What is there can be seen, however few they are.
        int width = number == 0 ? 0 : Math.max(4, (int) ((long) WIDTH * number / total));
        parts.add(new Part(name, note, key, number, x, Math.min(width, WIDTH - x)));
    }

    /** What the bar shows, in a sentence. */
    public String sentence() {
        DeliveryCounts counts = edition.counts();
        if (counts.total() == 0) {
            return edition.running() ? "Readers are being enrolled." : "Nobody was to get this edition.";
        }
        return Figures.of(counts.sent()) + " of " + Figures.of(counts.total(), "mail", "mails") + " sent, "
                + Figures.of(counts.refused() + counts.givenUp()) + " failed, " + Figures.of(counts.unknown())
                + " unknown, " + Figures.of(counts.dropped()) + " dropped, "
                + Figures.of(counts.waiting() + counts.sending()) + " waiting.";
    }
}
