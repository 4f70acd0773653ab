package io.shiporskip.panel;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How far a reviewer's scores lie from those of the others, over the tools that the reviewer and at least one other scored.
 *
 * @param tools on how many tools it rests
 * @param mean the mean of the distances to the mean of the others, in points; 0 where there is no such tool
 * @param lean the mean of the differences, above 0 where the reviewer gives more than the others
 */
public record PanelDistance(int tools, double mean, double lean) {

    /** The distance of a reviewer who stands like this to each panel. */
    public static PanelDistance of(Collection<Standing> standings) {
        List<Double> points = standings.stream().map(Standing::points).filter(Objects::nonNull).toList();
        return new PanelDistance(points.size(), points.stream().mapToDouble(Math::abs).average().orElse(0),
                points.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }

    /** "6.4 points", or that there are no scores to compare. */
    public String text() {
        return tools == 0 ? "Not enough scores" : oneDecimal(mean) + " points";
    }

    /** On what it rests, and which way the reviewer leans; empty where there is nothing to rest on. */
    public String basis() {
        return tools == 0 ? "" : "over " + tools + (tools == 1 ? " tool, " : " tools, ") + leaning();
    }

    private String leaning() {
        String size = oneDecimal(Math.abs(lean));
        return size.equals("0.0") ? "neither above nor below the others on average"
                : size + (lean > 0 ? " above the others on average" : " below the others on average");
    }

    private static String oneDecimal(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }
}
