package io.shiporskip.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A form that was sent when the session had ended. The page to sign in carries it along, so that nothing typed is lost. Passwords
 * and tokens are not carried.
 *
 * @param action where the form was sent, an address of the desk
 * @param fields its fields, in their order
 */
public record Typed(String action, List<Field> fields) {

    private static final String ACTION = "typed-action";
    private static final String FIELD = "typed-field.";

    /** A field and what was typed into it. */
    public record Field(String name, String value) {

        /** The name under which it is carried. */
        public String carriedAs() {
            return FIELD + name;
        }

        /** The name for people. */
        public String label() {
            String words = name.replace('-', ' ').replace('_', ' ');
            return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }

    /** The form that this request is. */
    public static Typed in(HttpServletRequest request) {
        return new Typed(DeskAddress.orStart(request.getRequestURI()), fields(request, ""));
    }

    /** The form that the page to sign in carried, or nothing where it carried none. */
    static @Nullable Typed carriedBy(HttpServletRequest request) {
        String action = DeskAddress.orStart(request.getParameter(ACTION));
        return action.equals(DeskAddress.START) ? null : new Typed(action, fields(request, FIELD));
    }

    private static List<Field> fields(HttpServletRequest request, String prefix) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            String name = field.getKey();
            if (name.startsWith(prefix) && !name.equals("_csrf")
                    && !name.toLowerCase(Locale.ROOT).contains("password")) {
                for (String value : field.getValue()) {
                    fields.add(new Field(name.substring(prefix.length()), value));
                }
            }
        }
        return List.copyOf(fields);
    }
}
