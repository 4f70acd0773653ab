package io.shiporskip.desk;

/**
 * Bars of a drawing, side by side.
 *
 * @param step from one bar to the next, in units of the drawing
 * @param most the number that the highest bar stands for
 */
public record Bars(int step, long most) {

    /** Height of the highest bar, in units of the drawing. */
    public static final int HEIGHT = 60;

    /** The lowest bar of what is there at all, which can be seen. */
    private static final int LOWEST = 3;

    /** The width of so many bars. */
    public int width(int bars) {
        return bars * step;
    }

    /** Where a bar begins. */
    public int x(int index) {
        return index * step;
    }

    /** How high the bar of a number is. */
    public long height(long number) {
        return number == 0 ? 1 : Math.max(LOWEST, Math.round((double) HEIGHT * number / most));
    }

    /** Where the bar of a number begins, from above. */
    public long y(long number) {
        return HEIGHT - height(number);
    }
}
