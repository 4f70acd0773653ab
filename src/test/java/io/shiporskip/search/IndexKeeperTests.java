package io.shiporskip.search;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.TakeMother;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

/** What changes in the catalogue, the panel or the votes reaches the index. */
@DatabaseTest
@SuppressWarnings("NullAway.Init")
class IndexKeeperTests {

    @Autowired
    Shelves shelves;
    @Autowired
    Tools tools;
    @Autowired
    Panel panel;
    @Autowired
    Search search;
    @Autowired
    IndexKeeper keeper;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    UUID one;

    @BeforeEach
    void aTool() {
        one = tool("one").fact(Aspect.LICENCE, "Apache 2.0").addTo(shelves, tools);
        tool("two").maker("other-labs").kind("language-model").paid().addTo(shelves, tools);
        panel.addReviewer(new Slug("skeptic"), "Skeptic", "Where does it break?", "Statement.");
        keeper.catchUp();
    }

    @Test
    void aNewToolIsFoundByNameMakerTaglineAndFact() {
        assertThat(found("Tool one")).contains(one);
        assertThat(found("example-labs")).contains(one);
        assertThat(found("tagline of one")).contains(one);
        assertThat(found("apache")).containsExactly(one);
    }

    @Test
    void aChangeOfATextReachesTheIndex() {
        sql("update tool set tagline = 'Quokkas everywhere' where id = ?");
        assertThat(found("quokka")).containsExactly(one);

        sql("update fact set value = 'Numbatware' where tool_id = ?");
        assertThat(found("numbatware")).containsExactly(one);
        assertThat(found("apache")).isEmpty();

        sql("update maker set name = 'Wombat Works' where id = (select maker_id from tool where id = ?)");
        assertThat(found("wombat")).containsExactly(one);

        sql("update kind set name = 'Bilby feeder' where id = (select kind_id from tool where id = ?)");
        assertThat(found("bilby")).containsExactly(one);

        sql("insert into former_name (tool_id, name) values (?, 'Thylacine')");
        assertThat(found("thylacine")).containsExactly(one);
        assertThat(found("thylacyne")).containsExactly(one);

        sql("delete from former_name where tool_id = ?");
        assertThat(found("thylacine")).isEmpty();
    }

    @Test
    void aTakeReachesTheIndexWithItsWordsAndItsScore() {
        panel.add(one, TakeMother.newTake("Skeptic", Verdict.SHIP, 64));
        entities.flush();
        keeper.catchUp();
        sql("update take set text = 'It hums like a dugong.' where tool_id = ?");

        assertThat(found("dugong")).containsExactly(one);
        assertThat(figures()).containsEntry("verdict", "SHIP").containsEntry("by_score", -64.0);

        sql("update take set verdict = 'SKIP', score = null where tool_id = ?");
        assertThat(figures()).containsEntry("verdict", "SKIP").containsEntry("by_score", 1.0);

        sql("delete from take where tool_id = ?");
        assertThat(found("dugong")).isEmpty();
        assertThat(figures()).containsEntry("verdict", "NONE");
    }

    @Test
    void votesReachTheOrderByVotes() {
        for (int i = 0; i < 12; i++) {
            sql("insert into vote (tool_id, visitor_id, choice) values (?, gen_random_uuid(), 'SHIP')");
        }
        keeper.countVotes();
        assertThat(
                jdbc.sql("select by_votes from tool_index where tool_id = ?").param(one).query(Double.class).single())
                .isBetween(-0.8, -0.7);
        assertThat(figures()).containsEntry("ships", 12).containsEntry("skips", 0);

        sql("delete from vote where tool_id = ?");
        keeper.countVotes();
        assertThat(figures()).containsEntry("by_votes", -0.0);
    }

    @Test
    void aToolThatIsWithdrawnOrDeletedLeavesTheIndex() {
        sql("update tool set published_on = null where id = ?");
        assertThat(found("Tool one")).doesNotContain(one);
        assertThat(rows("tool_index")).isEqualTo(1);
        assertThat(rows("tool_words")).isEqualTo(1);
        assertCountsAreRight();

        jdbc.sql("delete from tool").update();
        keeper.catchUp();
        assertThat(rows("tool_index") + rows("tool_words")).isZero();
        assertThat(search.find(Criteria.EVERYTHING).total()).isZero();
        assertCountsAreRight();
    }

    @Test
    void aToolWhoseDayHasComeEntersTheIndex() {
        sql("update tool set published_on = current_date + 30 where id = ?");
        assertThat(found("Tool one")).doesNotContain(one);
        jdbc.sql("alter table tool disable trigger user").update();
        sql("update tool set published_on = current_date - 1 where id = ?");
        jdbc.sql("alter table tool enable trigger user").update();
        assertThat(found("Tool one")).doesNotContain(one);

        keeper.noteUnindexed();

        assertThat(found("Tool one")).contains(one);
    }

    @Test
    void theCountsEqualARecount() {
        assertCountsAreRight();
        for (int i = 0; i < 20; i++) {
            tool("more-" + i).kind(i % 2 == 0 ? "coding-agent" : "language-model").maker("maker-" + i % 3)
                    .addTo(shelves, tools);
        }
        keeper.catchUp();
        assertCountsAreRight();

        jdbc.sql(
                "update tool set entry = 'PAID', maker_id = (select id from maker where slug = 'maker-1') where slug like 'more-1%'")
                .update();
        jdbc.sql("delete from tool where slug like '%-5'").update();
        keeper.catchUp();
        assertCountsAreRight();
    }

    private void assertCountsAreRight() {
        assertThat(jdbc
                .sql("select category, kind, entry, verdict, tools::bigint as tools from tool_count where tools > 0")
                .query().listOfRows())
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("""
                        select c.slug::text as category, k.slug::text as kind, t.entry,
                               case when exists (select from take where tool_id = t.id) then 'SHIP' else 'NONE' end as verdict,
                               count(*) as tools
                          from tool t join category c on c.id = t.category_id join kind k on k.id = t.kind_id
                         where is_published(t.published_on) group by 1, 2, 3, 4
                        """).query().listOfRows());
        assertThat(
                jdbc.sql("""
                        select maker, tools::bigint as tools from maker_count where tools > 0 and filter = ''
                        """).query().listOfRows())
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("""
                        select m.slug::text as maker, count(*) as tools from tool t join maker m on m.id = t.maker_id
                         where is_published(t.published_on) group by 1
                        """).query().listOfRows());
        assertEachFilterAddsUp();
    }

    private void assertEachFilterAddsUp() {
        assertThat(jdbc.sql("select sum(tools) from maker_count group by filter").query(Integer.class).list())
                .containsOnly(rows("tool_index"));
    }

    private void sql(String statement) {
        jdbc.sql(statement).param(one).update();
        keeper.catchUp();
    }

    @Test
    void whatAnOlderVersionHasIndexedIsCountedWhenThisOneStarts() {
        tool("before").addTo(shelves, tools);
        tool("since").addTo(shelves, tools);
        entities.flush();
        keeper.catchUp();
        List<Map<String, Object>> counted = mixtures();
        assertThat(counted).isNotEmpty();
        // The second of them is counted by the triggers, the first by nobody.
        jdbc.sql("delete from maker_count where filter = 'entry verdict'").update();
        jdbc.sql("""
                insert into maker_count (filter, value, maker, tools) values ('entry verdict', 'FREE NONE', 'example-labs', 1)
                """).update();

        keeper.countWhatWasIndexedBefore();
        keeper.countWhatWasIndexedBefore();

        assertThat(mixtures()).isEqualTo(counted);
    }

    private Map<String, Object> figures() {
        return jdbc.sql("select * from tool_index where tool_id = ?").param(one).query().singleRow();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private List<UUID> found(String q) {
        return search.find(Criteria.words(q)).tools();
    }

    private List<Map<String, Object>> mixtures() {
        return jdbc.sql(
                "select value, maker, tools from maker_count where filter = 'entry verdict' and tools > 0 order by 1, 2")
                .query().listOfRows();
    }
}
