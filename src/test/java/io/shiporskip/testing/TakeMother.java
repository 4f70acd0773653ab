package io.shiporskip.testing;

import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.TakeView;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes valid takes. Reviewers are named by their role and stand in the panel's order. */
public final class TakeMother {

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final UUID TOOL = new UUID(0, 1);

    private TakeMother() {}

    /** A ship without a score. */
    public static TakeView ship(String role) {
        return take(role, Verdict.SHIP, null);
    }

    /** A ship with a score. */
    public static TakeView ship(String role, int score) {
        return take(role, Verdict.SHIP, score);
    }

    /** A skip without a score. */
    public static TakeView skip(String role) {
        return take(role, Verdict.SKIP, null);
    }

    /** A skip with a score. */
    public static TakeView skip(String role, int score) {
        return take(role, Verdict.SKIP, score);
    }

    /** One of the reviewers. */
    public static ReviewerView reviewer(String role) {
        return new ReviewerView(role.toLowerCase(Locale.ROOT), role, "What of it?", "Looks at it.",
                ROLES.indexOf(role));
    }

    /** A take as it enters the catalogue. */
    public static TakeContent newTake(String role, Verdict verdict, @Nullable Integer score) {
        return newTake(role, verdict, score, DAY);
    }

    /** A take of a day as it enters the catalogue. */
    public static TakeContent newTake(String role, Verdict verdict, @Nullable Integer score, LocalDate day) {
        return new TakeContent(new Slug(role.toLowerCase(Locale.ROOT)), verdict, score, "Reasons.", day,
                new Basis(Footing.DOCUMENTATION, null), List.of());
    }

    private static TakeView take(String role, Verdict verdict, @Nullable Integer score) {
        return new TakeView(TOOL, reviewer(role), verdict, score, "Reasons.", DAY,
                new Basis(Footing.DOCUMENTATION, null), List.of());
    }
}
