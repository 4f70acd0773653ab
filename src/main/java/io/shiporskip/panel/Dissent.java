package io.shiporskip.panel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * The voice of a panel that stands furthest from the others, and how.
 *
 * @param take the take
 * @param against whether its verdict is not the panel's; otherwise it is the least convinced of those who agree
 */
public record Dissent(TakeView take, boolean against) {

    /**
     * The strongest dissent of a panel. Where the panel ships or skips: the take of the other verdict with the most extreme
     * score, one without a score last. Where all agree: the take whose score is nearest to the other verdict. A split
     * panel has two camps rather than a dissent, and one voice has nobody to dissent from.
     */
    public static Optional<Dissent> of(Collection<TakeView> takes) {
        Verdict majority = switch (PanelVerdict.of(takes).outcome()) {
            case SHIP -> Verdict.SHIP;
            case SKIP -> Verdict.SKIP;
            case SPLIT, NONE -> null;
        };
        if (majority == null || takes.size() < 2) {
            return Optional.empty();
        }
        Comparator<TakeView> mostExtreme = Comparator.comparingInt(
                take -> take.score() == null ? -1 : majority == Verdict.SHIP ? 100 - take.score() : take.score());
        Optional<Dissent> against = takes.stream().filter(take -> take.verdict() != majority).max(mostExtreme)
                .map(take -> new Dissent(take, true));
        boolean scoresDiffer = takes.stream().map(TakeView::score).filter(Objects::nonNull).distinct()
                .count() > 1;
        return against.or(() -> scoresDiffer ? takes.stream().max(mostExtreme).map(take -> new Dissent(take, false))
                : Optional.empty());
    }
}
