package io.shiporskip.editorial;

import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.TakeContent;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What is typed of a reviewer's take, complete or not: everything is text. One into which nothing was typed is no take.
 *
 * @param verdict the name of a {@link io.shiporskip.panel.Verdict}
 * @param score 0 to 100, or empty
 * @param basis the name of a {@link io.shiporskip.panel.Basis.Footing}
 * @param weeks how long it has been in use
 * @param written the day
 * @param text the reasons, in Markdown
 * @param claims statements with a date; rows may be empty
 */
public record TakeForm(String verdict, String score, String basis, String weeks, String written, String text,
        List<ClaimRow> claims) {

    public TakeForm {
        claims = List.copyOf(claims);
    }

    /**
     * A claim as typed.
     *
     * @param statement what is claimed
     * @param due the day
     * @param outcome the name of a {@link ClaimOutcome}
     */
    public record ClaimRow(String statement, String due, String outcome) {

        static final ClaimRow EMPTY = new ClaimRow("", "", ClaimOutcome.OPEN.name());

        static ClaimRow of(Claim claim) {
            return new ClaimRow(claim.statement(), claim.dueOn().toString(), claim.outcome().name());
        }

        /** Whether nothing was typed into it. */
        boolean blank() {
            return statement.isBlank() && due.isBlank();
        }
    }

    /** Nothing typed yet, which proposes a day. */
    public static TakeForm begun(LocalDate day) {
        return new TakeForm("", "", Basis.Footing.DOCUMENTATION.name(), "", day.toString(), "", List.of());
    }

    /** What is published, as one would have typed it. */
    public static TakeForm of(TakeContent take) {
        return new TakeForm(take.verdict().name(), Objects.toString(take.score(), ""), take.basis().footing().name(),
                Objects.toString(take.basis().weeks(), ""), take.writtenOn().toString(), take.text(),
                take.claims().stream().map(ClaimRow::of).toList());
    }

    /**
     * What was typed.
     *
     * @param field gives the text of a field by its name, or nothing
     */
    public static TakeForm typed(UnaryOperator<@Nullable String> field) {
        TypedFields typed = new TypedFields(field);
        List<ClaimRow> claims = new ArrayList<>();
        for (int i = 0; i < SheetForm.MOST_ROWS && typed.has("claim-" + i + "-statement"); i++) {
            String row = "claim-" + i + "-";
            claims.add(new ClaimRow(typed.line(row + "statement"), typed.line(row + "due"),
                    typed.line(row + "outcome")));
        }
        return new TakeForm(typed.line("verdict"), typed.line("score"), typed.line("basis"), typed.line("weeks"),
                typed.line("written"), typed.text("text"), claims);
    }

    /** Whether it says nothing, so that there is no take. */
    public boolean blank() {
        return verdict.isBlank() && score.isBlank() && text.isBlank() && claims.stream().allMatch(ClaimRow::blank);
    }

    /** The same with one more claim, as long as there is room. */
    public TakeForm withClaim() {
        List<ClaimRow> rows = new ArrayList<>(claims);
        if (rows.size() < SheetForm.MOST_ROWS) {
            rows.add(ClaimRow.EMPTY);
        }
        return with(rows);
    }

    /** The same without a claim; one that is not there changes nothing. */
    public TakeForm withoutClaim(int index) {
        List<ClaimRow> rows = new ArrayList<>(claims);
        if (index >= 0 && index < rows.size()) {
            rows.remove(index);
        }
        return with(rows);
    }

    /** What was typed by what it is called, for showing how two states of it differ. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Verdict", verdict);
        texts.put("Score", score);
        texts.put("Basis", basis.equals(Basis.Footing.IN_USE.name()) ? basis + ", weeks " + weeks : basis);
        texts.put("Day", written);
        texts.put("Text", text);
        texts.put("Claims", String.join("\n", claims.stream().filter(row -> !row.blank())
                .map(row -> row.statement() + " (" + row.due() + ", " + row.outcome() + ")").toList()));
        return texts;
    }

    private TakeForm with(List<ClaimRow> rows) {
        return new TakeForm(verdict, score, basis, weeks, written, text, rows);
    }
}
