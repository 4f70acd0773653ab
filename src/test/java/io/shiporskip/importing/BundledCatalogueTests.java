package io.shiporskip.importing;

import io.shiporskip.editorial.Dossier;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Percentage;
import io.shiporskip.shared.Slug;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue that ships with the site. */
@SuppressWarnings("NullAway.Init")
class BundledCatalogueTests {

    static CatalogueContent content;

    @BeforeAll
    static void isReadWithoutAProblem() throws IOException {
        content = CatalogueReader.read(CatalogueFolder.read("classpath:catalogue/"));
    }

    @Test
    void itHasAtLeast24Tools() {
        assertThat(content.tools()).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void atLeastFourKindsHaveTwoToolsThatMayBeSetAgainstEachOther() {
        Map<String, Set<String>> productsByKind = new HashMap<>();
        content.tools().forEach(entry -> productsByKind
                .computeIfAbsent(entry.tool().kind().value(), _ -> new HashSet<>())
                .add(entry.tool().profile().product() == null ? entry.tool().slug().value()
                        : entry.tool().maker() + "/" + entry.tool().profile().product()));

        assertThat(productsByKind.values()).filteredOn(products -> products.size() >= 2)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void everyTakeGivesItsReasons() {
        assertThat(content.tools()).allSatisfy(entry -> assertThat(entry.takes()).isNotEmpty().allSatisfy(
                take -> assertThat(take.text()).as("%s on %s", take.reviewer(), entry.tool().slug())
                        .hasSizeGreaterThanOrEqualTo(200)));
    }

    @Test
    void noTwoTakesAreTheSameText() {
        assertThat(content.tools().stream().flatMap(entry -> entry.takes().stream()).map(take -> take.text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void bestForNeverRepeatsTheTagline() {
        assertThat(content.tools()).extracting(entry -> entry.tool().profile()).allSatisfy(
                profile -> assertThat(profile.bestFor()).isNotEqualToIgnoringCase(profile.tagline()));
    }

    @Test
    void taglinesEndWithoutAFullStop() {
        assertThat(content.tools()).extracting(entry -> entry.tool().profile().tagline())
                .noneMatch(tagline -> tagline.endsWith("."));
    }

    @Test
    void thePanelStandsInItsOrder() {
        assertThat(content.reviewers()).extracting(reviewer -> reviewer.name()).containsExactly("Builder", "Skeptic",
                "Futurist", "PM", "Founder", "Creator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cursor-background-agent                               | PAID | 100% | builder ship 84, skeptic ship 78, futurist ship 82, pm ship 76
            cursor-background-agents                              | FREE | 100% | builder ship, skeptic ship, futurist ship, founder ship
            cursor-v0-50-background-agent-codebase-refactoring    | FREE | 100% | builder ship 88, skeptic ship 82, futurist ship 85, pm ship 79
            smolvlm2                                              | FREE | 100% | builder ship, skeptic ship, futurist ship, founder ship
            smolvlm-3b                                            | FREE | 75%  | builder ship, skeptic ship, futurist ship, founder skip
            smollm3-on-device                                     | FREE | 100% | builder ship 88, skeptic ship 78, futurist ship 85, founder ship 72
            smollm3-fine-tuning                                   | FREE | 75%  | builder ship 87, skeptic ship 78, futurist ship 82, founder skip 52
            mistral-small-3-1                                     | FREE | 75%  | builder ship, skeptic skip, futurist ship, creator ship
            """)
    void theSeedToolsBearTheFactsOfTheirPages(String slug, String entry, String share, String takes) {
        Dossier tool = tool(slug);

        assertThat(tool.tool().profile().entry()).hasToString(entry);
        assertThat(Percentage.of(tool.takes().stream().filter(take -> take.verdict() == Verdict.SHIP).count(),
                tool.takes().size())).hasToString(share);
        List<Slug> panel = content.reviewers().stream().map(reviewer -> reviewer.slug()).toList();
        assertThat(tool.takes().stream().sorted(Comparator.comparing(take -> panel.indexOf(take.reviewer())))
                .map(take -> take.reviewer() + " " + take.verdict().word()
                        + (take.score() == null ? "" : " " + take.score()))
                .collect(Collectors.joining(", "))).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cursor-background-agent                            | Cursor Background Agent
            cursor-background-agents                           | Cursor Background Agents
            cursor-v0-50-background-agent-codebase-refactoring | Cursor v0.50 – Background Agent & Codebase Refactoring
            smolvlm2                                           | SmolVLM2
            smolvlm-3b                                         | SmolVLM-3B
            smollm3-on-device                                  | SmolLM3
            smollm3-fine-tuning                                | SmolLM3
            mistral-small-3-1                                  | Mistral Small 3.1
            """)
    void theSeedToolsBearTheirNames(String slug, String name) {
        assertThat(tool(slug).tool().profile().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cursor-background-agent                            | Pro $20 a month, Business $40 a month
            cursor-v0-50-background-agent-codebase-refactoring | Pro $20 a month, Business $40 a month
            """)
    void theSeedToolsBearTheirPrices(String slug, String prices) {
        assertThat(tool(slug).tool().plans().stream().filter(plan -> plan.amount() != null
                && plan.amount().signum() > 0).map(plan -> plan.name() + " " + plan.price())
                .collect(Collectors.joining(", "))).isEqualTo(prices);
    }

    @Test
    void theEntriesFromCursorAreOneProduct() {
        assertThat(List.of("cursor-background-agent", "cursor-background-agents",
                "cursor-v0-50-background-agent-codebase-refactoring"))
                .extracting(slug -> tool(slug).tool().profile().product()).doesNotContainNull().containsOnly(
                        tool("cursor-background-agent").tool().profile().product());
    }

    private static Dossier tool(String slug) {
        return content.tools().stream().filter(entry -> entry.tool().slug().value().equals(slug)).findFirst()
                .orElseThrow();
    }
}
