package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Outcome;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.Verdict;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tool in a comparison, with what the pick weighs.
 *
 * @param sheet the tool, its plans and its facts
 * @param scores its scores by the role's name, in the panel's order
 * @param verdicts what each role says of it, by the role's name, in the panel's order
 */
public record Contender(ToolSheetView sheet, Map<String, Integer> scores, Map<String, Verdict> verdicts) {

    /** Licences that let anybody use, change and sell, by the names that the catalogue gives them. */
    private static final Set<String> PERMISSIVE = Set.of("Apache 2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC",
            "CC-BY-4.0");

    /** A tool with the marks of its panel, in the panel's order. */
    static Contender of(ToolSheetView sheet, List<Mark> marks) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Mark mark : marks) {
            verdicts.put(mark.name(), mark.verdict());
            Integer score = mark.score();
            if (score != null) {
                scores.put(mark.name(), score);
            }
        }
        return new Contender(sheet, scores, verdicts);
    }

    /** The tool itself. */
    public ToolView tool() {
        return sheet.tool();
    }

    /** Its licence, where that is verified. */
    @Nullable
    String licence() {
        return sheet.fact(Aspect.LICENCE).value();
    }

    /** Whether its licence is verified and lets anybody use, change and sell. */
    boolean permissive() {
        String licence = licence();
        return licence != null && PERMISSIVE.contains(licence);
    }

    /** What its panel says together. */
    Outcome outcome() {
        int ships = (int) verdicts.values().stream().filter(verdict -> verdict == Verdict.SHIP).count();
        return new PanelVerdict(ships, verdicts.size() - ships, null).outcome();
    }

    /** The same tool without one reviewer's score. */
    Contender without(String role) {
        Map<String, Integer> others = new LinkedHashMap<>(scores);
        others.remove(role);
        return new Contender(sheet, others, verdicts);
    }
}
