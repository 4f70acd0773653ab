package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/** The fields of a form. What no person types, control characters and halves of characters, is left out. */
final class TypedFields {

    private final UnaryOperator<@Nullable String> field;

    TypedFields(UnaryOperator<@Nullable String> field) {
        this.field = field;
    }

    boolean has(String name) {
        return field.apply(name) != null;
    }

    /** A line without blanks around it; empty where there is none. */
    String line(String name) {
        return text(name).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /** Text with one kind of line end; empty where there is none. */
    String text(String name) {
        String typed = field.apply(name);
        return typed == null ? "" : clean(typed);
    }

    /** Text with one kind of line end, and nothing that no person types. */
    static String clean(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .filter(c -> c == '\n' || c == '\t'
                        || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
