package io.shiporskip.panel;

import java.util.Locale;

/**
 * How far a reviewer's scores lie from those of the others, over the tools that the reviewer and at least one other scored.
 *
 * @param tools on how many tools it rests
 * @param mean the mean of the distances to the mean of the others, in points; 0 where there is no such tool
 * @param lean the mean of the differences, above 0 where the reviewer gives more than the others
 */
public record PanelDistance(int tools, double mean, double lean) {

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
