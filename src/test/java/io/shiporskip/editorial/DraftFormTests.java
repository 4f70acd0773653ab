package io.shiporskip.editorial;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.TakeMother;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DraftFormTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void whatIsPublishedReadAsAFormIsTheSameAgain() {
        Dossier dossier = new Dossier(
                ToolMother.tool("quillwork").monthly("20").fact(Aspect.LICENCE, "Apache 2.0").newTool()
                        .with(Fact.notVerified(Aspect.HARDWARE)).alsoCalled(List.of("Quill")),
                List.of(TakeMother.newTake("Builder", io.shiporskip.panel.Verdict.SHIP, 84)));
        assertThat(read(SheetForm.of(dossier.tool()), Map.of("builder", TakeForm.of(dossier.takes().getFirst()))))
                .isEqualTo(dossier);
    }

    @Test
    void anEmptyFormNamesAllThatIsMissingEachAtItsField() {
        assertThat(problems(SheetForm.EMPTY, Map.of())).extracting(Problem::field).containsExactly("name", "slug",
                "maker", "category", "kind", "tagline", "bestFor", "entry", "website", "description");
    }

    @Test
    void theLimitsAreThoseOfTheValuesAndSpeakAtTheirField() {
        Map<String, String> fields = sound();
        fields.put("name", "n".repeat(121));
        fields.put("slug", "A vs B");
        fields.put("tagline", "t".repeat(121));
        fields.put("bestFor", "b".repeat(201));
        fields.put("maker", "nobody");
        fields.put("website", "http://example.org");
        fields.put("plan-0-name", "Pro");
        fields.put("plan-0-amount", "-1");
        fields.put("plan-0-currency", "Dollars");
        fields.put("plan-0-period", "MONTH");
        fields.put("plan-1-name", "Pro");
        fields.put("plan-1-currency", "USD");
        fields.put("plan-1-period", "NEVER");
        fields.put("fact-LICENCE-value", "Apache 2.0");
        fields.put("fact-LICENCE-source", "javascript:alert(1)");
        fields.put("fact-LICENCE-checked", "yesterday");
        assertThat(problems(SheetForm.typed(fields::get), Map.of())).extracting(Problem::field).containsExactly("name",
                "slug", "maker", "tagline", "bestFor", "website", "plan-0-amount", "plan-0-currency", "plan-1-name",
                "plan-1-period", "fact-LICENCE-source", "fact-LICENCE-checked");
        assertThat(problems(SheetForm.typed(fields::get), Map.of()).getFirst().sentence())
                .isEqualTo("A name has at most 120 characters.");
    }

    @Test
    void bestForIsNeverTheTagline() {
        Map<String, String> fields = sound();
        fields.put("bestFor", fields.get("tagline"));
        assertThat(problems(SheetForm.typed(fields::get), Map.of())).extracting(Problem::field)
                .containsExactly("bestFor");
    }

    @Test
    void aTakeIsReadWithItsProblemsAndAnEmptyOneIsNone() {
        Map<String, TakeForm> takes = new LinkedHashMap<>();
        takes.put("builder", new TakeForm("MAYBE", "101", "IN_USE", "0", "2026-02-30", " ",
                List.of(new TakeForm.ClaimRow("By 2027 all is well", "", "OPEN"), TakeForm.ClaimRow.EMPTY)));
        takes.put("skeptic", TakeForm.begun(DAY));
        assertThat(problems(SheetForm.typed(sound()::get), takes))
                .extracting(problem -> problem.part() + " " + problem.field())
                .containsExactlyInAnyOrder("builder verdict", "builder weeks", "builder text", "builder written",
                        "builder claim-0-due", "builder score");
    }

    @Test
    void rowsAreAddedAndTakenOutAndWhatIsNotThereStays() {
        SheetForm two = SheetForm.EMPTY.withPlan().withPlan();
        assertThat(two.plans()).hasSize(2);
        assertThat(two.withoutPlan(0).plans()).hasSize(1);
        assertThat(two.withoutPlan(7)).isEqualTo(two);
        SheetForm full = two;
        for (int i = 0; i < 100; i++) {
            full = full.withPlan();
        }
        assertThat(full.plans()).hasSize(SheetForm.MOST_ROWS);
        assertThat(TakeForm.begun(DAY).withClaim().withoutClaim(0)).isEqualTo(TakeForm.begun(DAY));
    }

    @Test
    void whatNobodyTypesIsLeftOutSoThatTheDatabaseTakesTheRest() {
        assertThat(new TypedFields(Map.of("a", " x\u0000y\ud800z\r\nw\t ")::get).text("a")).isEqualTo(" xyz\nw\t ");
        assertThat(new TypedFields(Map.of("a", " x\ny\t")::get).line("a")).isEqualTo("x y");
    }

    @Test
    void anAddressIsProposedFromTheNameAndNeverTakesTheWordVs() {
        assertThat(Addresses.slugOf("Cursor v0.50 – Background Agent").map(Slug::value))
                .contains("cursor-v0-50-background-agent");
        assertThat(Addresses.slugOf("Élan vs Éclair").map(Slug::value)).contains("elan-versus-eclair");
        assertThat(Addresses.slugOf("x".repeat(200)).map(Slug::value)).contains("x".repeat(80));
        assertThat(Addresses.slugOf("日本")).isEmpty();
        Map<String, String> typed = sound();
        assertThat(SheetForm.typed(typed::get).withProposedSlug().slug()).isEqualTo("quillwork");
    }

    static Map<String, String> sound() {
        return new HashMap<>(Map.of("name", "Quillwork", "slug", "quillwork", "maker", "example-labs", "category",
                "developer-tools", "kind", "coding-agent", "tagline", "Turns a ticket into a change", "bestFor",
                "Teams that review more than they write", "entry", "FREE", "website", "https://example.org",
                "description", "What it is."));
    }

    private static Dossier read(SheetForm sheet, Map<String, TakeForm> takes) {
        return new DraftReader((_, text) -> text.equals("nobody") ? Optional.empty() : Slug.parse(text)).read(sheet,
                takes, DAY);
    }

    private static List<Problem> problems(SheetForm sheet, Map<String, TakeForm> takes) {
        return catchThrowableOfType(Unready.class, () -> read(sheet, takes)).problems();
    }
}
