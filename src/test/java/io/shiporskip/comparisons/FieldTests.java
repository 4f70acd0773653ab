package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.PanelScore;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.shiporskip.comparisons.Scores.scores;
import static io.shiporskip.comparisons.Scores.slugs;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

class FieldTests {

    private final List<ToolView> tools = new ArrayList<>();
    private final Map<UUID, PanelVerdict> verdicts = new HashMap<>();
    private final Map<UUID, Map<String, Integer>> scores = new HashMap<>();
    private final Field field = new Field(tools, verdicts, scores);

    @Test
    void theNearestPanelScoreComesFirst() {
        ToolView own = scored(tool("own"), 80, 80);
        scored(tool("far"), 60, 60);
        scored(tool("near"), 78, 78);
        scored(tool("nearer"), 80, 81);
        scored(tool("above"), 90, 90);

        assertThat(rivals(own, 10)).containsExactly("nearer", "near", "above", "far");
        assertThat(rivals(own, 2)).containsExactly("nearer", "near");
    }

    @Test
    void besideTheToolsOfAComparisonStandTheirRivalsARankAtATime() {
        ToolView high = scored(tool("high").product("Agent"), 90, 90);
        ToolView low = scored(tool("low"), 40, 40);
        scored(tool("middle"), 70, 70);
        scored(tool("lower"), 30, 30);
        scored(tool("higher"), 95, 95);
        scored(tool("same-product").product("Agent"), 90, 90);

        assertThat(slugs(field.beside(List.of(high, low), 10))).containsExactly("higher", "lower", "middle",
                "same-product");
        assertThat(slugs(field.beside(List.of(high, low), 2))).containsExactly("higher", "lower");
        assertThat(slugs(field.beside(List.of(high), 10))).endsWith("same-product");
    }

    @Test
    void whereScoresAreMissingTheShareOfShipDecides() {
        ToolView own = heads(tool("own"), 3, 1);
        heads(tool("all"), 4, 0);
        heads(tool("same"), 3, 1);
        heads(tool("none"), 0, 4);
        silent(tool("silent"));

        assertThat(rivals(own, 10)).containsExactly("same", "all", "none", "silent");
    }

    @Test
    void rivalsWithAScoreStandBeforeThoseWithout() {
        ToolView own = scored(tool("own"), 80, 80);
        heads(tool("a-unscored"), 2, 0);
        scored(tool("z-scored"), 10, 10);

        assertThat(rivals(own, 10)).containsExactly("z-scored", "a-unscored");
    }

    @Test
    void equallyNearRivalsStandInTheOrderOfTheirSlugs() {
        ToolView own = scored(tool("own"), 80, 80);
        scored(tool("c"), 82, 82);
        scored(tool("a"), 78, 78);
        scored(tool("b"), 82, 82);

        assertThat(rivals(own, 10)).containsExactly("a", "b", "c");
    }

    @Test
    void anotherKindAndTheSameProductAreNoRivals() {
        ToolView own = scored(tool("own").product("Agent"), 80, 80);
        scored(tool("release").product("Agent"), 80, 80);
        scored(tool("elsewhere").product("Agent").maker("other-labs"), 80, 80);
        scored(tool("model").kind("language-model"), 80, 80);
        scored(tool("plain"), 80, 80);

        assertThat(rivals(own, 10)).containsExactly("elsewhere", "plain");
    }

    @Test
    void aRivalComesWithItsComparisonAndItsAnswer() {
        ToolView own = scored(tool("own"), 80, 80);
        scored(tool("better"), 84, 83);
        scored(tool("level"), 80, 81);
        scored(tool("worse"), 70, 70);

        assertThat(field.rivals(own, 10)).extracting(RivalView::path).containsExactly("/compare/level-vs-own",
                "/compare/better-vs-own", "/compare/own-vs-worse");
        assertThat(field.rivals(own, 10)).extracting(RivalView::answer).containsExactly("Too close to call",
                "Pick: Tool better, by 3.5 points over 2 reviewers", "Pick: Tool own, by 10 points over 2 reviewers");
    }

    @Test
    void aPickAmongNamesakesSaysWhich() {
        ToolView own = scored(tool("own").namedLikeAnother("Small"), 80, 80);
        scored(tool("same").namedLikeAnother("Small").maker("other-labs"), 90, 90);

        assertThat(field.rivals(own, 1)).extracting(RivalView::answer)
                .containsExactly("Pick: Small (Tagline of same), by 10 points over 2 reviewers");
    }

    @Test
    void aroundALineupEachToolsRivalsTakeTurns() {
        ToolView one = scored(tool("one"), 80, 80);
        ToolView two = scored(tool("two"), 60, 60);
        scored(tool("near-one"), 82, 82);
        scored(tool("near-two"), 58, 58);
        Lineup lineup = Lineup.of(List.of(one.slug(), two.slug()));

        assertThat(field.around(List.of(one, two), lineup, 2)).extracting(ComparisonLink::path)
                .containsExactly("/compare/near-one-vs-one", "/compare/near-two-vs-two");
        assertThat(field.around(List.of(one, two), lineup, 10)).extracting(ComparisonLink::path)
                .doesNotContain("/compare/one-vs-two").doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void theClosestCallsComeFirstAndNoToolTwice() {
        scored(tool("a"), 80, 80);
        scored(tool("b"), 81, 80);
        scored(tool("c"), 70, 70);
        scored(tool("d"), 74, 74);
        scored(tool("e"), 10, 10);

        assertThat(field.closestCalls(5)).extracting(ComparisonLink::path).containsExactly("/compare/a-vs-b",
                "/compare/c-vs-d");
        assertThat(field.closestCalls(5)).extracting(ComparisonLink::title).containsExactly("Tool a vs Tool b",
                "Tool c vs Tool d");
        assertThat(field.closestCalls(1)).hasSize(1);
    }

    @Test
    void closestCallsNeedTwoCommonReviewersOneKindAndTwoProducts() {
        scored(tool("a").product("Agent"), 80, 80);
        scored(tool("b").product("Agent"), 80, 80);
        scored(tool("model").kind("language-model"), 80, 80);
        scored(tool("single"), 80);
        silent(tool("silent"));

        assertThat(field.closestCalls(5)).isEmpty();
    }

    private List<String> rivals(ToolView tool, int limit) {
        return field.rivals(tool, limit).stream().map(rival -> rival.tool().slug().value()).toList();
    }

    private ToolView scored(ToolMother tool, int... given) {
        ToolView view = silent(tool);
        scores.put(view.id(), scores(given));
        verdicts.put(view.id(), new PanelVerdict(given.length, 0, PanelScore.of(scores(given).values())));
        return view;
    }

    private ToolView heads(ToolMother tool, int ships, int skips) {
        ToolView view = silent(tool);
        verdicts.put(view.id(), new PanelVerdict(ships, skips, null));
        return view;
    }

    private ToolView silent(ToolMother tool) {
        ToolView view = tool.view();
        tools.add(view);
        return view;
    }
}
