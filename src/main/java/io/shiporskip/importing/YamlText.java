package io.shiporskip.importing;

import java.util.regex.Pattern;

/**
 * Writes YAML as it stands in the catalogue files: two spaces for each level, plain where a text can be plain, else in double
 * quotes, and Markdown as a block. The same values always give the same characters.
 */
final class YamlText {

    /** Begins with a letter or digit, and means nothing else to any reader of YAML. Colons and hashes follow below. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}(/$“‘].*", Pattern.DOTALL);
    /** What YAML 1.1 or 1.2 takes for a boolean, nothing, a number or a day. */
    private static final Pattern NO_TEXT = Pattern
            .compile("(?i)y|yes|n|no|true|false|on|off|null|[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?|0[xo][0-9a-f_]+"
                    + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean listItem;

    /** A key with a text of one line. */
    YamlText line(String key, String value) {
        return raw(key, scalar(value));
    }

    /** A key with a value that is no text: a number, a day, a word of the format. */
    YamlText raw(String key, String value) {
        begin().append(key).append(": ").append(value).append('\n');
        return this;
    }

    /** A key with Markdown, as a block where a block gives the same text again. */
    YamlText markdown(String key, String value) {
        if (!fitsBlock(value)) {
            return raw(key, quoted(value));
        }
        begin().append(key).append(": |\n");
        String margin = "  ".repeat(depth + 1);
        for (String line : value.split("\n", -1)) {
            text.append(line.isEmpty() ? "" : margin).append(line).append('\n');
        }
        return this;
    }

    /** A key with an inner mapping, which {@link #end} ends. */
    YamlText mapping(String key) {
        begin().append(scalar(key)).append(":\n");
        depth++;
        return this;
    }

    /** One element of a list that is a mapping; the next key stands behind its dash, and {@link #end} ends it. */
    YamlText element() {
        depth++;
        listItem = true;
        return this;
    }

    YamlText end() {
        depth--;
        return this;
    }

    /** A text of one line as it stands in a list within brackets. */
    static String inList(String value) {
        return value.chars().anyMatch(c -> ",[]{}:".indexOf(c) >= 0) ? quoted(value) : scalar(value);
    }

    private static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !NO_TEXT.matcher(value).matches()
                && value.chars().noneMatch(YamlText::special) && !value.contains(": ") && !value.endsWith(":")
                && !value.contains(" #") && value.equals(value.strip());
        return plain ? value : quoted(value);
    }

    private static boolean fitsBlock(String value) {
        return !value.isEmpty() && value.equals(value.strip())
                && value.chars().noneMatch(c -> c != '\n' && c != '\t' && special(c));
    }

    /** Whether a character would be taken for a line's end, or not be taken at all, where it stands outside of quotes. */
    private static boolean special(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (special(c)) {
                        quoted.append("\\u%04X".formatted(c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private StringBuilder begin() {
        int margin = listItem ? depth - 1 : depth;
        text.append("  ".repeat(margin)).append(listItem ? "- " : "");
        listItem = false;
        return text;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
