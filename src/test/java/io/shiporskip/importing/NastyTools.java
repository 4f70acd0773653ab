package io.shiporskip.importing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Tools whose texts are all that a file's format might take for something else. The same seed gives the same tools. */
final class NastyTools {

    private static final List<String> LINES = List.of("no", "yes", "Off", "null", "~", "12", "007", "1.50", "1e5",
            "0x1F",
            "12:30:45", "2025-07-08", "2025-07", "24B", "=1+1", "+49", "-1", "@SUM(A1)", "'=1", "''", "'quoted'",
            "\"quoted\"", "a: b", "a:", "a #b", "#b", "- item", "? key", ": value", "[a, b]", "{a: b}", "& anchor",
            "*alias", "!tag", "|", ">", "%", "`", "a, b; c", "Grüße, “Zürich”", "🚀 emoji 👩‍💻", "back\\slash",
            "a\u00a0b",
            "\u2003wide\u2003", "---", "...", "--- # x", "é", "日本語", "<b>&amp;", "${x}", "~{x}", "not verified", "{}",
            "[]",
            "\ufeffmark", "a\u2028b", "＝1", "x".repeat(110));

    private static final List<String> MARKDOWN = List.of("One line", "Two\nlines", "A\n\n---\n\nB", "---",
            "---\nname: x\n---",
            "| a | b |\n|---|---|\n| 1 | 2 |", "    code first\nthen not", "# Title\n\n- a\n  - b\n",
            "ends with a line\n",
            "\n\nbegins with lines", "CRLF\r\nhere\r\n\r\nend", "tab\there\n\tand here",
            "  \n   spaces in a line\n \nx",
            "trailing spaces   \nbreak  \nend", "=1+1\n=2", "key: value # no comment", "\"quotes\" and 'quotes'",
            "🚀\n👩‍💻\nüöä",
            "no", "a\u0085b\u2028c\u2029d", "```yaml\na: |\n  b\n```", "'=SUM(A1)", "\t=1", "%", "...\n---\n...",
            " leading");

    private final Random random;

    NastyTools(long seed) {
        this.random = new Random(seed);
    }

    /** So many tools, {@code nasty-000} and on. */
    List<Dossier> tools(int count) {
        List<Dossier> tools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tools.add(tool("nasty-%03d".formatted(i)));
        }
        return tools;
    }

    Dossier tool(String slug) {
        String tagline = line();
        String bestFor = line();
        while (bestFor.equalsIgnoreCase(tagline)) {
            bestFor = line();
        }
        List<Fact> facts = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            switch (random.nextInt(3)) {
                case 0 -> facts.add(Fact.notVerified(aspect));
                case 1 -> facts.add(new Fact(aspect, line(), address(), day()));
                default -> {
                    // Nobody looked.
                }
            }
        }
        List<Plan> plans = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = line();
            if (names.add(name)) {
                plans.add(new Plan(name, random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10_000), 2),
                        "EUR",
                        Period.values()[random.nextInt(4)], optional()));
            }
        }
        Set<String> former = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            former.add(line());
        }
        return new Dossier(new ToolContent(new Slug(slug), new Slug("no"), new Slug("007"), new Slug("1e5"),
                new Profile(line(), optional(), optional(), tagline, bestFor, Entry.values()[random.nextInt(2)],
                        address(),
                        one(MARKDOWN)),
                plans, facts, day(), former), takes());
    }

    private List<TakeContent> takes() {
        List<TakeContent> takes = new ArrayList<>();
        for (String reviewer : List.of("null", "off")) {
            if (random.nextBoolean()) {
                List<Claim> claims = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    claims.add(new Claim(line(), day(), ClaimOutcome.values()[random.nextInt(3)]));
                }
                Footing footing = Footing.values()[random.nextInt(3)];
                takes.add(new TakeContent(new Slug(reviewer), Verdict.values()[random.nextInt(2)],
                        random.nextBoolean() ? null : random.nextInt(101), one(MARKDOWN), day(),
                        new Basis(footing, footing == Footing.IN_USE ? 1 + random.nextInt(3) : null), claims));
            }
        }
        return takes;
    }

    private String line() {
        return one(LINES);
    }

    private @Nullable String optional() {
        return random.nextBoolean() ? null : line();
    }

    private String address() {
        return one(List.of("https://example.com/a#b", "https://example.com/?a=1&b=%20,;", "https://example.com/a:b'c~!",
                "https://example.com/(x)*$+@", "https://example.com/ü"));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
