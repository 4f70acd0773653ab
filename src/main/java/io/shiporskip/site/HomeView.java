package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.ComparisonLink;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.ReviewerRecord;
import io.shiporskip.search.KindCounts.KindCount;
import io.shiporskip.votes.Contest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the front page shows.
 *
 * @param total how many tools there are
 * @param thisWeek how many of them were published in the last {@link Comparisons#WEEK} days, counted up to {@link #MOST_NEW}
 * @param newest the verdicts published last, of one day the highest score first
 * @param contested the tools on which there is most disagreement
 * @param comparisons those that readers opened most this week, and the closest calls
 * @param kinds how many tools there are of each kind
 * @param reviewers the panel with what its voices said last
 * @param picker the form that chooses two tools
 */
public record HomeView(int total, int thisWeek, List<ToolLine> newest, List<ContestedLine> contested,
        List<ComparisonLink> comparisons, List<KindCount> kinds, List<ReviewerRecord> reviewers, PickerView picker) {

    /** So many new tools are counted at most. */
    static final int MOST_NEW = 1000;

    /** From here on a panel of one voice is contested, because the community stands at least as far from it. */
    static final double CONTESTED_FROM = 0.5;

    /**
     * A tool and the disagreement about it.
     *
     * @param line the tool
     * @param view who says what
     */
    public record ContestedLine(ToolLine line, DisagreementView view) {

        public ToolView tool() {
            return line.tool();
        }
    }

    /** So many days, today included, are this week. */
    public int weekDays() {
        return Comparisons.WEEK;
    }

    /** What is new, in a sentence. */
    public String news() {
        return switch (thisWeek) {
            case 0 -> "Nothing new in the last %d days. These are the latest.".formatted(Comparisons.WEEK);
            case 1 -> "New this week: one verdict.";
            case MOST_NEW -> "New this week: more than %d verdicts.".formatted(MOST_NEW - 1);
            default -> "New this week: %d verdicts.".formatted(thisWeek);
        };
    }

    static List<ToolLine> newest(List<ToolLine> lines, int limit) {
        return lines.stream()
                .sorted(Comparator.comparing((ToolLine line) -> line.tool().publishedOn())
                        .thenComparingInt(ToolLine::order).reversed().thenComparing(line -> line.tool().slug()))
                .limit(limit).toList();
    }

    /** The tools whose panel is divided, or from whose panel the community stands far, the most contested first. */
    static List<ContestedLine> contested(List<ToolLine> lines, Map<UUID, List<Mark>> marks, int limit) {
        return lines.stream().filter(line -> line.verdict().divided() || contest(line) >= CONTESTED_FROM)
                .sorted(Comparator.comparingDouble(HomeView::contest).reversed()
                        .thenComparing(line -> line.tool().slug()))
                .limit(limit)
                .map(line -> new ContestedLine(line,
                        new DisagreementView(marks.getOrDefault(line.tool().id(), List.of()), line.verdict(),
                                line.tally())))
                .toList();
    }

    private static double contest(ToolLine line) {
        return Contest.between(line.verdict(), line.tally());
    }
}
