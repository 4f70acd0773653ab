package io.shiporskip.comparisons;

import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.panel.TakeView;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The scores of the reviewers who scored at least two of the tools, set out for reading and for a small plot.
 *
 * @param rows a row for each such reviewer, in the panel's order
 * @param mean the means of two tools over their common reviewers; nothing for three or four, whose duels rest on different
 *            reviewers
 * @param from where the plot's scale begins; it ends at 100
 */
public record ScoreTable(List<Row> rows, @Nullable Row mean, int from) {

    public ScoreTable {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param role the reviewer's name
     * @param cells one for each tool
     * @param gap how far the two lie apart; empty for three or four tools
     * @param leader the column that is ahead, from 1, or 0 where none is
     */
    public record Row(String role, List<Cell> cells, String gap, int leader) {}

    /**
     * One score.
     *
     * @param text the score, or nothing where the reviewer gave none
     * @param share where it lies on the plot's scale, 0 to 1000
     */
    public record Cell(@Nullable String text, int share) {}

    static Optional<ScoreTable> of(List<Column> columns) {
        List<Map<String, Integer>> scores = columns.stream().map(Column::scores).toList();
        List<String> roles = columns.stream().flatMap(column -> column.takes().stream()).map(TakeView::reviewer)
                .distinct().sorted(Comparator.comparingInt(reviewer -> reviewer.position()))
                .map(reviewer -> reviewer.name())
                .filter(role -> scores.stream().filter(of -> of.containsKey(role)).count() > 1).toList();
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        int lowest = scores.stream().flatMap(of -> of.values().stream()).mapToInt(Integer::intValue).min().orElse(0);
        int from = Math.min(50, lowest / 10 * 10);
        List<Row> rows = new ArrayList<>();
        roles.forEach(role -> rows.add(row(role, scores.stream().map(of -> of.get(role)).toList(), from)));
        Row mean = columns.size() == 2 ? mean(Duel.between(scores.getFirst(), scores.getLast()), from) : null;
        return Optional.of(new ScoreTable(rows, mean, from));
    }

    private static Row row(String role, List<@Nullable Integer> scores, int from) {
        List<Cell> cells = scores.stream().map(score -> score == null ? new Cell(null, 0)
                : new Cell(String.valueOf(score), share(score, from))).toList();
        if (scores.size() > 2 || scores.stream().anyMatch(Objects::isNull)) {
            return new Row(role, cells, "", 0);
        }
        int gap = Objects.requireNonNullElse(scores.getFirst(), 0) - Objects.requireNonNullElse(scores.getLast(), 0);
        return new Row(role, cells, String.valueOf(Math.abs(gap)), leader(gap));
    }

    private static Row mean(Duel duel, int from) {
        int count = duel.roles().size();
        return new Row("Mean",
                List.of(new Cell(duel.firstMeanText(), share(duel.roles().stream().mapToInt(Duel.RoleGap::first).sum()
                        / (double) count, from)),
                        new Cell(duel.secondMeanText(), share(duel.roles().stream().mapToInt(Duel.RoleGap::second).sum()
                                / (double) count, from))),
                duel.leadText(), leader(duel.sum()));
    }

    private static int leader(int gap) {
        return gap > 0 ? 1 : gap < 0 ? 2 : 0;
    }

    private static int share(double score, int from) {
        return Math.toIntExact(Math.round((score - from) * 1000 / (100 - from)));
    }
}
