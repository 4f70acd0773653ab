package io.shiporskip.site;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Holds the rendered comparisons against the five pages that the project began from. The pages are no part of the
 * repository: where they are not at hand there is nothing to hold against, and the catalogue's own tests stand alone.
 */
@PageTest
class SeedPagesTests {

    private static final Path SEEDS = Path.of("..", "shared", "seeds");

    private static final Map<String, String> COMPARISONS = Map.of("000", "cursor-background-agent-vs-smolvlm2", "001",
            "cursor-background-agents-vs-smolvlm-3b", "002", "cursor-background-agent-vs-smollm3-on-device", "003",
            "cursor-v0-50-background-agent-codebase-refactoring-vs-smollm3-fine-tuning", "004",
            "cursor-background-agent-vs-mistral-small-3-1");

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @ParameterizedTest
    @ValueSource(strings = { "000", "001", "002", "003", "004" })
    void theComparisonSaysWhatThePageSaid(String number) throws IOException {
        // The five pages are another's text, which this repository may not carry; a machine without them skips this test.
        assumeTrue(Files.isDirectory(SEEDS), "the five pages are not at hand");
        try (Stream<Path> files = Files.list(SEEDS)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(number)).findFirst()
                    .orElseThrow();
            compare(Files.readAllLines(file), number);
        }
    }

    private void compare(List<String> raw, String number) {
        List<String> lines = raw.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Page page = pages.get("/compare/" + COMPARISONS.get(number));
        assertThat(page.status()).isEqualTo(200);

        String heading = lines.get(lines.indexOf("AI tool comparison") + 1);
        assertThat(page.text("h1")).isEqualTo(heading);
        assertThat(page.html().select(".card-name").eachText()).containsExactly(heading.split(" vs "));
        assertThat(page.html().select(".card-kind a").eachText()).containsExactly("Developer Tools", "Developer Tools");
        assertThat(figures(page, "Panel ship")).extracting(text -> text.split(" ")[0])
                .containsExactlyElementsOf(before(lines, "Panel ship"));
        assertThat(figures(page, "Entry")).containsExactlyElementsOf(before(lines, "Entry"));
        if (lines.contains("Decision")) {
            decision(lines, page);
            scorecard(lines, page);
        } else {
            quotes(lines, page);
        }
    }

    private void decision(List<String> lines, Page page) {
        for (String row : List.of("Panel verdict", "Community", "Category")) {
            assertThat(cells(page, "decision", row)).as(row).containsExactlyElementsOf(after(lines, row));
        }
        List<String> pricing = after(lines, "Pricing");
        assertThat(cells(page, "decision", "Pricing")).hasSize(2).satisfies(shown -> {
            assertThat(shown.getFirst()).startsWith(pricing.getFirst() + " ");
            assertThat(shown.getLast()).startsWith(pricing.getLast() + " ");
        });
    }

    private void scorecard(List<String> lines, Page page) {
        int start = lines.indexOf("Reviewer scorecard");
        List<String> roles = lines.subList(start, lines.size()).stream().filter(ROLES::contains).toList();
        assertThat(page.html().select("section[aria-labelledby=scorecard] tbody th a").eachText())
                .containsExactlyElementsOf(roles);
        for (String role : roles) {
            int row = start + lines.subList(start, lines.size()).indexOf(role);
            List<String> said = new ArrayList<>();
            for (int i = row + 1; i < lines.size() && said.size() < 2; i++) {
                if (lines.get(i).equals("No panel take") || lines.get(i).matches("\\d+/100 · (ship|skip)")) {
                    said.add(lines.get(i));
                }
            }
            assertThat(page.html().select("section[aria-labelledby=scorecard] tbody tr:has(th a:containsOwn(%s)) td"
                    .formatted(role)).stream()
                    .map(cell -> cell.select(".take-head").isEmpty() ? cell.select(".take-none").text()
                            : cell.select(".take-head").text())
                    .toList()).as(role).containsExactlyElementsOf(said);
        }
    }

    private void quotes(List<String> lines, Page page) {
        long quotes = lines.stream().filter(line -> line.startsWith("“")).count();
        assertThat(page.html().select("section[aria-labelledby=scorecard] td .take-text")).hasSize((int) quotes);
    }

    private static List<String> figures(Page page, String label) {
        return page.html().select(".card-figures div:has(dt:containsOwn(%s)) dd".formatted(label)).eachText();
    }

    private static List<String> cells(Page page, String section, String row) {
        return page.html().select("section[aria-labelledby=%s] tr:has(th:containsOwn(%s)) td > div"
                .formatted(section, row)).eachText();
    }

    private static List<String> before(List<String> lines, String label) {
        return Stream.iterate(1, i -> i < lines.size(), i -> i + 1).filter(i -> lines.get(i).equals(label))
                .map(i -> lines.get(i - 1)).toList();
    }

    private static List<String> after(List<String> lines, String label) {
        int row = lines.lastIndexOf(label);
        return lines.subList(row + 1, row + 3);
    }
}
