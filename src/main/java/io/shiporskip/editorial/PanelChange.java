package io.shiporskip.editorial;

import io.shiporskip.panel.PanelVerdict;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a revision changed in the verdicts and scores of a tool.
 *
 * @param at when it was published
 * @param reason why, as its editor wrote; may be empty
 * @param correction whether something that was wrong was put right
 * @param before what the panel gave until then
 * @param after what it gives from then on
 */
public record PanelChange(Instant at, String reason, boolean correction, List<Given> before, List<Given> after) {

    public PanelChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * What one reviewer changed.
     *
     * @param reviewer the reviewer's slug
     * @param before what was given; nothing where the reviewer had not spoken
     * @param after what is given; nothing where the take was taken back
     */
    public record Turn(String reviewer, @Nullable Given before, @Nullable Given after) {

        /** What happened, behind the reviewer's name: "from ship 84 to skip 52". */
        public String text() {
            if (before == null) {
                return "says " + Objects.requireNonNull(after).text();
            }
            return after == null ? "took back " + before.text() : "from " + before.text() + " to " + after.text();
        }
    }

    /** What each reviewer changed, those who spoke before first. */
    public List<Turn> turns() {
        Map<String, Given> now = new LinkedHashMap<>();
        after.forEach(given -> now.put(given.reviewer(), given));
        List<Turn> turns = new ArrayList<>();
        for (Given old : before) {
            Given given = now.remove(old.reviewer());
            if (!old.equals(given)) {
                turns.add(new Turn(old.reviewer(), old, given));
            }
        }
        now.values().forEach(given -> turns.add(new Turn(given.reviewer(), null, given)));
        return turns;
    }

    /** What the panel said until then. */
    public PanelVerdict verdictBefore() {
        return verdict(before);
    }

    /** What the panel says from then on. */
    public PanelVerdict verdictAfter() {
        return verdict(after);
    }

    /** Whether the panel as a whole says something else. */
    public boolean turned() {
        return verdictBefore().outcome() != verdictAfter().outcome();
    }

    private static PanelVerdict verdict(List<Given> given) {
        return PanelVerdict.of(given.stream().map(Given::verdict).toList(),
                given.stream().map(Given::score).filter(Objects::nonNull).toList());
    }
}
