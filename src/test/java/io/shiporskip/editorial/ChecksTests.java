package io.shiporskip.editorial;

import io.shiporskip.editorial.Checks.Others;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Map<String, String> fields = DraftFormTests.sound();
    private final Map<String, TakeForm> takes = new LinkedHashMap<>();

    @Test
    void aSoundToolAndAnEmptyOneRaiseNothing() {
        assertThat(warnings()).isEmpty();
        assertThat(Checks.of(SheetForm.EMPTY, Map.of(), Others.NONE, TODAY)).isEmpty();
    }

    @Test
    void aPriceInATakeIsAPlansPrice() {
        plan("Pro", "20");
        plan("Team", "1200.50");
        take("builder", "It costs $20, and $1,200.50 for all. EUR 20.00 too, and $3k or $20M of funding is no price.");
        take("skeptic", "At $25 it is dear, and $200 is dearer.");
        assertThat(warnings()).filteredOn(line -> line.startsWith("skeptic") || line.startsWith("builder"))
                .containsExactly("skeptic text: It names $25, $200, which is no plan’s price.");
    }

    @Test
    void freeEntryGoesWithAFreePlanAndPaidEntryWithNone() {
        plan("Pro", "20");
        assertThat(warnings()).containsExactly(" entry: Free to begin, but every plan costs something.");
        fields.put("entry", "PAID");
        assertThat(warnings()).isEmpty();
        plan("Hobby", "0");
        assertThat(warnings()).containsExactly(" entry: Paid to begin, but the plan Hobby is free.");
        fields.put("entry", "FREE");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aPlanWithoutAPublicPriceMayBeFree() {
        plan("Pro", "20");
        plan("Ask us", "");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void bestForIsNotTheTaglineInOtherOrder() {
        fields.put("bestFor", "A ticket turns into a change!");
        assertThat(warnings()).hasSize(1).first().asString().startsWith(" bestFor: It says nearly");
    }

    @Test
    void aFactIsOldAfterNinetyDaysAndNotOnTheNinetieth() {
        fact("LICENCE", TODAY.minusDays(90).toString());
        assertThat(warnings()).isEmpty();
        fact("LICENCE", TODAY.minusDays(91).toString());
        assertThat(warnings())
                .containsExactly(" fact-LICENCE-checked: Licence: last checked more than 90 days ago.");
        fact("LICENCE", TODAY.plusDays(1).toString());
        assertThat(warnings()).containsExactly(" fact-LICENCE-checked: Licence: the day lies ahead.");
    }

    @Test
    void linksAreHttps() {
        fields.put("description", "See [docs](http://example.org/docs).");
        fact("LICENCE", TODAY.toString());
        fields.put("fact-LICENCE-source", "ftp://example.org");
        take("builder", "See https://example.org.");
        assertThat(warnings()).containsExactly(" description: A link is not https: http://example.org/docs",
                " fact-LICENCE-source: Licence: the source is no https address.");
    }

    @Test
    void whatStandsTwiceIsSeen() {
        take("builder", "Ship it, today.");
        take("skeptic", "ship it today");
        take("futurist", "Another one.");
        assertThat(Checks.of(SheetForm.typed(fields::get), takes,
                new Others(List.of("Quillwork by Cursor"), Map.of("", "Devin", "futurist", "Aider")), TODAY))
                .extracting(Problem::part, Problem::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("", "name"),
                        org.assertj.core.groups.Tuple.tuple("", "description"),
                        org.assertj.core.groups.Tuple.tuple("skeptic", "text"),
                        org.assertj.core.groups.Tuple.tuple("futurist", "text"));
    }

    private void plan(String name, String amount) {
        String row = "plan-" + fields.keySet().stream().filter(field -> field.endsWith("-amount")).count() + "-";
        fields.put(row + "name", name);
        fields.put(row + "amount", amount);
        fields.put(row + "currency", "USD");
        fields.put(row + "period", "MONTH");
    }

    private void fact(String aspect, String checked) {
        fields.put("fact-" + aspect + "-value", "Apache 2.0");
        fields.put("fact-" + aspect + "-source", "https://example.org");
        fields.put("fact-" + aspect + "-checked", checked);
    }

    private void take(String reviewer, String text) {
        takes.put(reviewer, new TakeForm("SHIP", "", "TRIED", "", "2026-11-21", text, List.of()));
    }

    private List<String> warnings() {
        return Checks.of(SheetForm.typed(fields::get), takes, Others.NONE, TODAY).stream()
                .map(warning -> warning.part() + " " + warning.field() + ": " + warning.sentence()).toList();
    }
}
