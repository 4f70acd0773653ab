package io.shiporskip.testing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Tools of which every text is hostile. As many of them as there are hostile lines have every line in every field. */
public final class HostileTool {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private HostileTool() {}

    /** A tool of the catalogue's maker Cursor with a take of the Builder; the first one has the whole corpus as Markdown. */
    public static Dossier dossier(Slug slug, int i) {
        // Once is enough: what is Markdown does not depend on the other fields.
        String markdown = i == 0 ? Hostile.MARKDOWN : "Text. " + line(i);
        ToolContent tool = new ToolContent(slug, new Slug("cursor"), new Slug("developer-tools"),
                new Slug("coding-agent"),
                new Profile(line(i), line(i + 1), line(i + 2), line(i + 3), line(i + 4) + " .", Entry.FREE,
                        "https://example.com/%22onload=pwned()", markdown),
                List.of(new Plan(line(i + 5), new BigDecimal("20"), "USD", Period.MONTH, line(i + 6))),
                List.of(new Fact(Aspect.LICENCE, line(i + 7), "https://example.com/?\"><script>pwned()</script>", DAY)),
                DAY, Set.of(line(i + 8)));
        TakeContent take = new TakeContent(new Slug("builder"), Verdict.SHIP, 80, markdown, DAY,
                new Basis(Basis.Footing.TRIED, null),
                List.of(new Claim(line(i + 9), DAY, Claim.ClaimOutcome.OPEN)));
        return new Dossier(tool, List.of(take));
    }

    /** One of the hostile lines, over and over again. */
    public static String line(int i) {
        return Hostile.LINES.get(i % Hostile.LINES.size()).strip();
    }
}
