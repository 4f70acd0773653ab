package io.shiporskip.shared;

import java.util.regex.Pattern;

/**
 * A text as it stands in a cell. What a spreadsheet would take for a formula gets an apostrophe in front, which makes it text there
 * and is taken away again when it is read. A text that looks like such a cell already gets one more, so nothing is ever lost.
 *
 * <p>What counts as the beginning of a formula is after the
 * <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP page on CSV injection</a>, also behind blanks.
 */
public final class CsvCell {

    private static final String MARK = "'";
    private static final Pattern FORMULA = Pattern.compile("'*(?:\\s*[=+\\-@＝＋－＠]|[\\t\\r\\n]).*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'" + FORMULA.pattern(), Pattern.DOTALL);

    private CsvCell() {}

    /** The cell of a text: what a spreadsheet shows as this text, and computes nothing of. */
    public static String written(String text) {
        return FORMULA.matcher(text).matches() ? MARK + text : text;
    }

    /** The text of a cell. */
    public static String read(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(MARK.length()) : cell;
    }
}
