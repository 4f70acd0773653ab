package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.editorial.SheetForm;
import io.shiporskip.editorial.TakeForm;
import io.shiporskip.editorial.Turn;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * A form as it was sent: what was typed, which version was read, and which button was pressed.
 *
 * @param fields its fields by name
 */
record Typing(Map<String, String> fields) {

    private static final String CHECKED = "checked-";
    private static final String WITHOUT = "without-";

    /** The version that is saved over: the one that was read, or after a conflict the one that was seen there. */
    String version() {
        return fields.getOrDefault("over", fields.getOrDefault("version", ""));
    }

    /** The page that was opened; one that names none is like no other. */
    UUID writer() {
        try {
            return UUID.fromString(fields.getOrDefault("writer", ""));
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    /** Whose save it is: of this page, and which of its saves; one that counts none begins with 0. */
    Turn turn() {
        String number = fields.getOrDefault("turn", "");
        return new Turn(writer(), number.matches("[0-9]{1,15}") ? Long.parseLong(number) : 0);
    }

    /** What was typed of the tool, with what the pressed button does to it. */
    SheetForm sheet() {
        SheetForm typed = SheetForm.typed(fields::get).withProposedSlug();
        String pressed = pressed();
        if (pressed.equals("more-plans")) {
            return typed.withPlan();
        }
        if (pressed.startsWith(WITHOUT)) {
            return typed.withoutPlan(row());
        }
        return Arrays.stream(Aspect.values()).filter(aspect -> pressed.equals(CHECKED + aspect.name())).findFirst()
                .map(aspect -> typed.checked(aspect, LocalDate.now(ZoneOffset.UTC).toString())).orElse(typed);
    }

    /** What was typed of a take, with what the pressed button does to it. */
    TakeForm take() {
        TakeForm typed = TakeForm.typed(fields::get);
        String pressed = pressed();
        return pressed.equals("more-claims") ? typed.withClaim()
                : pressed.startsWith(WITHOUT) ? typed.withoutClaim(row()) : typed;
    }

    /** Where the pressed button leads once it is saved; nothing where it stays. */
    @Nullable
    String next(String path) {
        return switch (fields.getOrDefault("then", "")) {
            case "preview" -> path + "/preview";
            case "publish" -> path + "/publish";
            default -> null;
        };
    }

    /** The list of rows that the pressed button changes, which is its place on the page; empty where it changes none. */
    String rows() {
        String pressed = pressed();
        return pressed.equals("more-plans") || pressed.startsWith(WITHOUT + "plan-") ? "plans"
                : pressed.equals("more-claims") || pressed.startsWith(WITHOUT + "claim-") ? "claims" : "";
    }

    /** The row that the pressed button takes out; -1 where it takes out none. */
    int row() {
        String pressed = pressed();
        return pressed.matches(WITHOUT + "(?:plan|claim)-[0-9]{1,3}")
                ? Integer.parseInt(pressed.substring(pressed.lastIndexOf('-') + 1))
                : -1;
    }

    /** The place on the page where the pressed button stood. */
    String anchor() {
        if (!rows().isEmpty()) {
            return "#" + rows();
        }
        return pressed().startsWith(CHECKED) ? "#fact-" + pressed().substring(CHECKED.length()) + "-checked" : "";
    }

    private String pressed() {
        String pressed = fields.getOrDefault("do", "");
        return pressed.matches("[A-Za-z0-9-]{1,40}") ? pressed : "";
    }
}
