package io.shiporskip.search;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.testing.PageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What readers type, and the tool that should come first; where several are as good, any of them. The whole of the corpus counts,
 * so that a ranking which helps one search and harms two is seen.
 */
@PageTest
@SuppressWarnings("NullAway.Init")
class CorpusTests {

    private static final Logger log = LoggerFactory.getLogger(CorpusTests.class);
    private static final double LEAST_AT_ONE = 0.95;
    private static final double LEAST_AT_THREE = 1;

    @Autowired
    Search search;
    @Autowired
    Tools tools;

    private record Entry(String query, List<String> expected, String why) {

        static Entry parse(String line) {
            String[] columns = line.split(";");
            return new Entry(columns[0], Arrays.asList(columns[1].split("\\|")), columns[2]);
        }

        boolean mistyped() {
            return why.matches(".*(wrong|left out|turned round|too many)") && !why.contains("punctuation");
        }
    }

    private record Outcome(Entry entry, List<String> found) {

        boolean within(int places) {
            return found.stream().limit(places).anyMatch(entry.expected()::contains);
        }
    }

    @Test
    void theExpectedToolIsFoundAmongTheFirst() throws IOException {
        Map<Object, String> slugs = tools.all().stream()
                .collect(Collectors.toMap(ToolView::id, tool -> tool.slug().value()));
        List<Entry> corpus = corpus().toList();
        assertThat(corpus).hasSizeGreaterThan(60).allSatisfy(
                entry -> assertThat(slugs.values()).as(entry.query()).containsAll(entry.expected()));

        List<Outcome> outcomes = corpus.stream().map(entry -> new Outcome(entry,
                shown(entry.query()).stream().map((Function<Object, String>) slugs::get).limit(5).toList())).toList();

        double atOne = share(outcomes, 1);
        double atThree = share(outcomes, 3);
        List<Outcome> notFirst = outcomes.stream().filter(outcome -> !outcome.within(1)).toList();
        log.info("{} searches: {} at 1, {} at 3; not first: {}", corpus.size(), atOne, atThree, notFirst);
        assertThat(atOne).as("at 1, without %s", notFirst).isGreaterThanOrEqualTo(LEAST_AT_ONE);
        assertThat(atThree).as("at 3, without %s", notFirst).isGreaterThanOrEqualTo(LEAST_AT_THREE);
    }

    @Test
    void whileSomebodyTypesMistakesFindTheToolAsWell() throws IOException {
        Map<UUID, String> slugs = tools.all().stream()
                .collect(Collectors.toMap(ToolView::id, tool -> tool.slug().value()));
        List<Entry> mistakes = corpus().filter(Entry::mistyped).toList();
        assertThat(mistakes).hasSizeGreaterThan(15);

        List<Outcome> outcomes = mistakes.stream().map(entry -> new Outcome(entry, search.suggest(entry.query(), 8)
                .stream().map(suggestion -> slugs.getOrDefault(suggestion.tool(), "")).toList())).toList();

        List<Outcome> notFirst = outcomes.stream().filter(outcome -> !outcome.within(1)).toList();
        assertThat(share(outcomes, 1)).as("at 1, without %s", notFirst).isGreaterThanOrEqualTo(LEAST_AT_ONE);
        assertThat(share(outcomes, 3)).as("at 3, not first %s", notFirst).isGreaterThanOrEqualTo(LEAST_AT_THREE);
    }

    @ParameterizedTest
    @CsvSource({ "devn, devin, ''", "dvin, devin, ''", "cluade code, claude-code, ''", "claude dev, cline, Claude Dev",
        "cline, cline, ''" })
    void whoMistypesANameOrKnowsTheFormerOneIsLedToTheTool(String typed, String slug, String formerly) {
        UUID expected = tools.all().stream().filter(tool -> tool.slug().value().equals(slug)).findFirst().orElseThrow()
                .id();

        assertThat(search.suggest(typed, 8)).first().isEqualTo(new Suggestion(expected, formerly));
    }

    private static Stream<Entry> corpus() throws IOException {
        return new ClassPathResource("search-corpus.csv").getContentAsString(StandardCharsets.UTF_8)
                .lines().skip(1).filter(line -> !line.isBlank()).map(Entry::parse);
    }

    /** What the page shows: what was found, or else the nearest names. */
    private List<UUID> shown(String query) {
        List<UUID> found = search.find(Criteria.words(query)).tools();
        return found.isEmpty() ? search.nearest(query, 5) : found;
    }

    private static double share(List<Outcome> outcomes, int places) {
        return outcomes.stream().filter(outcome -> outcome.within(places)).count() / (double) outcomes.size();
    }
}
