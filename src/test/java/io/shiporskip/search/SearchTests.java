package io.shiporskip.search;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.ToolMother;
import io.shiporskip.visitors.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class SearchTests {

    @Autowired
    Shelves shelves;
    @Autowired
    Tools catalogue;
    @Autowired
    Search search;
    @Autowired
    IndexKeeper keeper;
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(Sort.class)
    void allPagesTogetherHaveEveryToolOnceEvenWhereAllAreEqual(Sort sort) {
        many();

        assertThat(walk(new Criteria("", "", "", "", "", "", sort, ""))).hasSize(103).doesNotHaveDuplicates();
        assertThat(walk(new Criteria("", "", "coding-agent", "", "", "", sort, ""))).hasSize(51)
                .doesNotHaveDuplicates();
        assertThat(walk(new Criteria("tool", "", "", "", "", "", sort, ""))).hasSize(103).doesNotHaveDuplicates();
    }

    @Test
    void theOrderByNameIsThatOfNames() {
        many();

        List<UUID> walked = walk(new Criteria("", "", "", "", "", "", Sort.NAME, ""));

        assertThat(walked).containsExactlyElementsOf(
                jdbc.sql("select tool_id from tool_index order by name, slug").query(UUID.class).list());
    }

    @Test
    void theCountBesideAValueIsWhatItLeaves() {
        many();

        for (String parameter : List.of("category", "kind", "maker", "entry", "verdict")) {
            for (Criteria base : List.of(Criteria.EVERYTHING, Criteria.EVERYTHING.with("maker", "maker-1"),
                    Criteria.EVERYTHING.with("entry", "paid"),
                    Criteria.EVERYTHING.with("entry", "paid").with("verdict", "none"),
                    Criteria.EVERYTHING.with("entry", "free").with("verdict", "none").with("maker", "maker-1"),
                    Criteria.EVERYTHING.with("entry", "free").with("verdict", "none").with("kind", "coding-agent"),
                    Criteria.words("tool"),
                    Criteria.words("tool").with("kind", "coding-agent"))) {
                Findings findings = search.find(base);
                assertThat(findings.of(parameter)).isNotEmpty().allSatisfy(count -> assertThat(
                        search.find(base.with(parameter, count.value())).total()).as("%s, %s", base, count)
                        .isEqualTo(count.tools()));
            }
        }
    }

    @Test
    void anExactNameComesFirstAndAccentsAndCapitalsAreIgnored() {
        tool("studio-pro").named("Cafe Studio Pro").addTo(shelves, catalogue);
        UUID exact = tool("studio").named("Café Studio").addTo(shelves, catalogue);
        keeper.catchUp();

        for (String q : List.of("cafe studio", "CAFÉ STUDIO", "Café-Studio", "cafe studoi")) {
            assertThat(search.find(Criteria.words(q)).tools()).as(q).first().isEqualTo(exact);
        }
        assertThat(search.suggest("cafe stu", 5)).hasSize(2);
        assertThat(search.suggest("cafe studio", 5)).first().isEqualTo(new Suggestion(exact, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "'", "\"", "\"unclosed phrase", "%", "_", "%%%", "\\", "a\\'b", "&", "|", "!", "!!a", ":*",
        "a:*", "a & | b",
        "a <-> b", "(((", ")", "-", "-tool", "--", "- -a -b", "tool -one", "\"a\"-b", "or", "or or", "and", "the", "😀",
        "😀 tool", "…!?", "   ",
        "\u0001\u0002", "ʼ", "ß", "İ", "ﬁ", "工具", "aaaaa" })
    void noTextDoesHarm(String q) {
        tools(5);

        assertThat(search.find(Criteria.words(q)).tools().size()).isLessThanOrEqualTo(Search.PAGE);
        assertThat(search.suggest(q, 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(search.nearest(q, 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(search.excerpts(Criteria.words(q), search.find(Criteria.EVERYTHING).tools())).isNotNull();
        search.missed(Criteria.words(q), network(1));
    }

    @Test
    void aVeryLongTextIsCutAndPunctuationAloneFindsNothing() {
        tools(5);

        assertThat(search.find(Criteria.words("tool ".repeat(100_000))).total()).isPositive();
        assertThat(search.find(Criteria.words("%_\\'&|!")).total()).isZero();
        assertThat(search.suggest("%", 5)).isEmpty();
        assertThat(search.suggest("_", 5)).isEmpty();
    }

    @Test
    void whatWasMissedIsCountedOncePerTermHoweverItIsWritten() {
        search.missed(Criteria.words("Żubr"), network(1));
        search.missed(Criteria.words("zubr!"), network(2));
        search.missed(Criteria.words("ŻUBR"), network(2));
        search.missed(Criteria.words("zu"), network(1));
        search.missed(Criteria.words("!!!"), network(1));

        assertThat(terms()).containsExactly("zubr 2");
    }

    @Test
    void noTermIsAddedWhereThereAreManyAndThoseThatNobodyAsksForAreDeleted() {
        MissedSearches missed = new MissedSearches(jdbc);
        jdbc.sql("""
                insert into missed_search (term, times, last_on)
                select 'term ' || n, 1, (now() at time zone 'utc')::date - 90 from generate_series(1, :most) n
                """).param("most", MissedSearches.MOST_TERMS).update();

        missed.note("one more", network(1));
        missed.note("Term 7", network(1));
        missed.forgetOldTerms();
        assertThat(terms()).hasSize(MissedSearches.MOST_TERMS).contains("term 7 2").doesNotContain("one more 1");

        jdbc.sql("update missed_search set last_on = last_on - 1 where term <> 'term 7'").update();
        missed.forgetOldTerms();
        missed.note("one more", network(2));
        assertThat(terms()).containsExactlyInAnyOrder("term 7 2", "one more 1");
    }

    @Test
    void exactlyAsManyAsAreLookedAtAreNotMore() {
        tools(MatchQuery.MOST_MATCHES);
        assertThat(search.find(Criteria.words("tagline"))).satisfies(found -> {
            assertThat(found.total()).isEqualTo(MatchQuery.MOST_MATCHES);
            assertThat(found.more()).isFalse();
        });

        tool("one-more").addTo(shelves, catalogue);
        keeper.catchUp();
        assertThat(search.find(Criteria.words("tagline"))).satisfies(found -> {
            assertThat(found.total()).isEqualTo(MatchQuery.MOST_MATCHES + 1);
            assertThat(found.more()).isTrue();
        });
    }

    @Test
    void theChosenValueIsThereHoweverFewToolsItHas() {
        for (int i = 0; i < 90; i++) {
            tool("tool-" + i).maker("maker-" + i % 45).addTo(shelves, catalogue);
        }
        tool("single").maker("zz-last").kind("language-model").addTo(shelves, catalogue);
        keeper.catchUp();

        for (Criteria base : List.of(Criteria.EVERYTHING, Criteria.EVERYTHING.with("entry", "free"),
                Criteria.words("tagline"), Criteria.EVERYTHING.with("entry", "free").with("kind", "language-model"))) {
            assertThat(search.find(base.with("maker", "zz-last")).of("maker")).as("%s", base)
                    .filteredOn(count -> count.value().equals("zz-last")).singleElement()
                    .satisfies(count -> assertThat(count.tools()).isEqualTo(1));
        }
        Criteria none = Criteria.EVERYTHING.with("maker", "maker-1").with("kind", "language-model");
        assertThat(search.find(none).of("maker")).filteredOn(count -> count.value().equals("maker-1")).singleElement()
                .satisfies(count -> assertThat(count.tools()).isZero());
    }

    @Test
    void whereNoHeadingHasAllWordsThoseThatLackOneAreFoundAndElseThoseThatHaveTheRarest() {
        UUID most = tool("most").named("Quick Brown Fox").addTo(shelves, catalogue);
        UUID one = tool("one").named("Lazy Dog").addTo(shelves, catalogue);
        tools(5);

        assertThat(search.find(Criteria.words("quick brown unicorn")).tools()).containsExactly(most);
        assertThat(search.find(Criteria.words("unicorn lazy griffin")).tools()).containsExactly(one);
    }

    @Test
    void wordsThatAreTooCommonAreNotLookedFor() {
        tools(5);

        assertThat(search.find(Criteria.words("the"))).matches(Findings::common).matches(found -> found.total() == 0);
        assertThat(search.find(Criteria.words("of the"))).matches(Findings::common);
        assertThat(search.find(Criteria.words("the unheard-of"))).matches(found -> !found.common());
        assertThat(search.find(Criteria.words("!!!"))).matches(found -> !found.common());
    }

    private List<String> terms() {
        return jdbc.sql("select term || ' ' || times from missed_search").query(String.class).list();
    }

    private static Network network(int number) {
        return new Network(new UUID(0, number));
    }

    @Test
    void aNameMeansTheToolsThatBearItAndOnlyThenThoseThatBeginWithIt() {
        UUID studio = tool("studio").named("Café Studio").addTo(shelves, catalogue);
        UUID pro = tool("studio-pro").named("Cafe Studio Pro").addTo(shelves, catalogue);
        UUID one = tool("twin-a").named("Twin").addTo(shelves, catalogue);
        UUID other = tool("twin-b").named("twin").addTo(shelves, catalogue);
        keeper.catchUp();

        assertThat(search.meant("cafe-STUDIO", 8)).isEqualTo(meant(true, studio))
                .matches(Meant::certain);
        assertThat(search.meant("Twin", 8)).isEqualTo(meant(true, one, other))
                .matches(meant -> !meant.certain());
        assertThat(search.meant("studio p", 8)).isEqualTo(meant(false, pro))
                .matches(meant -> !meant.certain());
        assertThat(search.meant("cafe", 1).tools()).hasSize(1);
        assertThat(search.meant("cafe studoi", 8).tools()).isEmpty();
        assertThat(search.meant("!", 8).tools()).isEmpty();
    }

    @Test
    void aFormerNameMeansItsToolUnlessAnotherBearsItToday() {
        UUID heir = tool("heir").named("Heir").addTo(shelves, catalogue);
        UUID bearer = tool("bearer").named("Crown").addTo(shelves, catalogue);
        for (String name : List.of("Crówn", "Old Throne")) {
            jdbc.sql("insert into former_name (tool_id, name) values (:tool, :name)").param("tool", heir)
                    .param("name", name).update();
        }
        keeper.catchUp();

        Meant former = new Meant(List.of(new Suggestion(heir, "Old Throne")), true);
        assertThat(search.meant("old throne", 8)).isEqualTo(former).matches(Meant::certain);
        assertThat(search.meant("thro", 8)).isEqualTo(new Meant(former.tools(), false));
        assertThat(search.meant("crown", 8)).isEqualTo(meant(true, bearer));
    }

    private static Meant meant(boolean exact, UUID... tools) {
        return new Meant(Stream.of(tools).map(tool -> new Suggestion(tool, "")).toList(), exact);
    }

    @ParameterizedTest
    @CsvSource({ "0, 5", "6, 5", "7, 0", "400, 0" })
    void aWeekIsSevenDaysTodayIncluded(int daysAgo, int published) {
        tools(5);
        LocalDate today = tool("any").view().publishedOn().plusDays(daysAgo);

        assertThat(search.publishedAfter(today.minusDays(7), 100)).isEqualTo(published);
        assertThat(search.publishedAfter(today.minusDays(7), 3)).isEqualTo(Math.min(3, published));
    }

    @Test
    void kindsAreCounted() {
        tools(5);

        KindCounts counts = search.kinds();

        assertThat(counts.total()).isEqualTo(5);
        assertThat(counts.kinds()).extracting(kind -> kind.kind().slug() + " " + kind.tools())
                .containsExactly("language-model 3", "coding-agent 2");
    }

    private void many() {
        tools(103);
    }

    private void tools(int number) {
        for (int i = 0; i < number; i++) {
            ToolMother tool = tool("tool-" + i).named("Tool " + i % 7).maker("maker-" + i % 5)
                    .kind(i % 2 == 1 ? "coding-agent" : "language-model");
            (i % 3 == 0 ? tool.paid() : tool).addTo(shelves, catalogue);
        }
        keeper.catchUp();
    }

    private List<UUID> walk(Criteria first) {
        List<UUID> walked = new ArrayList<>();
        Findings findings = search.find(first);
        walked.addAll(findings.tools());
        while (!findings.next().isEmpty()) {
            findings = search.find(first.with("page", findings.next()));
            assertThat(findings.tools()).isNotEmpty();
            walked.addAll(findings.tools());
        }
        assertThat(findings.total()).isEqualTo(walked.size());
        return walked;
    }
}
