package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.Duel.RoleGap;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.TakeView;
import io.shiporskip.testing.ToolMother;
import io.shiporskip.votes.Tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what a pick is made from. */
final class Scores {

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");

    private Scores() {}

    /** Scores by the first roles of the panel, in its order. */
    static Map<String, Integer> scores(int... scores) {
        Map<String, Integer> byRole = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            byRole.put(ROLES.get(i), scores[i]);
        }
        return byRole;
    }

    /** A duel in which the second tool has 50 from each role, and the first so many more. */
    static Duel duel(int... gaps) {
        List<RoleGap> roles = new ArrayList<>();
        for (int i = 0; i < gaps.length; i++) {
            roles.add(new RoleGap(ROLES.get(i), 50 + gaps[i], 50));
        }
        return new Duel(roles);
    }

    static Contender contender(ToolMother tool, int... scores) {
        return new Contender(tool.sheet(), scores(scores), Map.of());
    }

    /** A column with these takes, no votes and no rivals. */
    static Column column(ToolMother tool, TakeView... takes) {
        return new Column(tool.sheet(), List.of(takes), PanelVerdict.of(List.of(takes)), Tally.NONE, List.of());
    }

    static List<String> slugs(List<ToolView> tools) {
        return tools.stream().map(tool -> tool.slug().value()).toList();
    }
}
