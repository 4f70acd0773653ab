package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.desk.Desk;
import io.shiporskip.desk.Role;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.testing.HtmlChecker;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.TakeMother;
import io.shiporskip.testing.ToolMother;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** History, withdrawal and merging at the desk. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class RetiringTests {

    private static final Reason FIRST = Reason.of(new Author(UUID.randomUUID(), "Carl"), "");

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    Publications publications;

    @Autowired
    JdbcClient jdbc;

    private Desk.SignedIn anna;

    @BeforeEach
    void annaIsAtTheDesk() {
        anna = desk.somebody(pages, "Anna", Role.EDITOR);
    }

    @Test
    void theHistoryShowsWhatChangedAndLeadsBack() {
        String slug = "told-" + UUID.randomUUID();
        UUID tool = add(slug, take("Builder", 84));
        publications.change(tool, 1, new Dossier(ToolMother.tool(slug).maker("cursor").fact(Aspect.LICENCE, "MIT")
                .newTool(), List.of(take("Builder", 60))), new Reason(FIRST.by(), "It <b>was</b> wrong.", true));

        Page history = anna.open("/desk/tools/" + slug + "/history");
        assertThat(history.html().select(".desk-history li")).hasSize(2);
        assertThat(history.text(".desk-history li")).contains("Revision 2", "changed", "correction", "Carl",
                "It <b>was</b> wrong.");
        Page second = anna.open("/desk/tools/" + slug + "/history/2");
        assertThat(second.html().select(".difference del").eachText()).containsExactly("84");
        assertThat(second.html().select(".difference ins").eachText()).contains("60").anyMatch(
                text -> text.startsWith("MIT"));
        Page first = anna.open("/desk/tools/" + slug + "/history/1");
        assertThat(first.html().select("form button").eachText()).contains("Begin a draft of this state");
        HtmlChecker.assertValid(history, second, first);
        assertThat(anna.open("/desk/tools/" + slug + "/history/9").status()).isEqualTo(404);
        assertThat(anna.open("/desk/tools/" + slug + "/history?before=1").text(".notice"))
                .isEqualTo("There is nothing older.");

        Page back = anna.press("/desk/tools/" + slug + "/history/1/draft");
        assertThat(back.status()).isEqualTo(303);
        assertThat(jdbc.sql(
                "select t.fields ->> 'score' from draft_take t join draft d on d.id = t.draft_id where tool_id = :id")
                .param("id", tool).query(String.class).single()).isEqualTo("84");
        Page again = anna.press("/desk/tools/" + slug + "/history/1/draft");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("main")).contains("There is a draft of this tool.");
        assertThat(anna.press("/desk/tools/" + slug + "/withdraw", "reason", "Over.").status())
                .as("while there is a draft").isEqualTo(422);
    }

    @Test
    void aToolIsWithdrawnWithWhatReplacesItAndComesBack() {
        String slug = "over-" + UUID.randomUUID();
        add(slug);
        Page form = anna.open("/desk/tools/" + slug + "/withdraw");
        Page empty = anna.press("/desk/tools/" + slug + "/withdraw", "reason", " ", "tool", "devin");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text(".form-error")).startsWith("Say why it is withdrawn");
        assertThat(empty.html().select("input[name=tool]").val()).isEqualTo("devin");
        Page doubtful = anna.press("/desk/tools/" + slug + "/withdraw", "reason", "Over.", "tool", "SmolLM3");
        assertThat(doubtful.status()).isEqualTo(422);
        assertThat(doubtful.html().select("form .list-plain li")).hasSizeGreaterThan(1);
        assertThat(doubtful.text("textarea")).isEqualTo("Over.");
        assertThat(anna.press("/desk/tools/" + slug + "/withdraw", "reason", "Over.", "tool", slug).text(".form-error"))
                .isEqualTo("A tool cannot replace itself.");
        assertThat(pages.get("/tools/" + slug).status()).isEqualTo(200);

        assertThat(anna.press("/desk/tools/" + slug + "/withdraw", "reason", "Over.", "tool", "Devin").status())
                .isEqualTo(303);
        Page gone = pages.get("/tools/" + slug);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.html().select("main a[href=/tools/devin]")).isNotEmpty();
        assertThat(jdbc.sql("select reason from audit where what = 'withdrew' and about_label = :name")
                .param("name", "Tool " + slug).query(String.class).single()).isEqualTo("Over.");
        Page history = anna.open("/desk/tools/" + slug + "/history");
        assertThat(history.text(".notice")).contains("withdrawn");
        assertThat(anna.press("/desk/tools/" + slug + "/withdraw", "reason", "Over.").status()).isEqualTo(409);
        HtmlChecker.assertValid(form, empty, doubtful, history);

        assertThat(anna.press("/desk/tools/" + slug + "/return").status()).isEqualTo(303);
        assertThat(pages.get("/tools/" + slug).status()).isEqualTo(200);
        assertThat(anna.press("/desk/tools/" + slug + "/return").status()).isEqualTo(409);
    }

    @Test
    void aWithdrawnToolWithADraftComesBackByThatDraftAlone() {
        String slug = "back-" + UUID.randomUUID();
        add(slug);
        anna.press("/desk/tools/" + slug + "/withdraw", "reason", "Over.\r\nFor now.");
        anna.press("/desk/tools/" + slug + "/history/1/draft");

        Page refused = anna.press("/desk/tools/" + slug + "/return");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("main")).contains("There is a draft of this tool.");
        assertThat(jdbc.sql("select w.reason from withdrawal w join tool t on t.id = w.tool_id where t.slug = :slug")
                .param("slug", slug).query(String.class).single()).isEqualTo("Over.\nFor now.");
    }

    @Test
    void aMergeThatWouldTakeAToolFromReadersIsNotOffered() {
        String gone = "seen-" + UUID.randomUUID();
        String into = "unseen-" + UUID.randomUUID();
        add(gone);
        add(into);
        anna.press("/desk/tools/" + into + "/withdraw", "reason", "Over.");

        Page shown = anna.open("/desk/tools/" + gone + "/merge?tool=" + into);
        assertThat(shown.text(".form-error")).startsWith("Readers see Tool " + gone + " and not");
        assertThat(shown.html().select("textarea[name=reason]")).isEmpty();
        assertThat(anna.press("/desk/tools/" + gone + "/merge", "into", into, "reason", "One product.").status())
                .isEqualTo(422);
        assertThat(pages.get("/tools/" + gone).status()).isEqualTo(200);
        HtmlChecker.assertValid(shown);
    }

    @Test
    void aMergeIsShownBeforeItIsDone() {
        String gone = "gone-" + UUID.randomUUID();
        String into = "into-" + UUID.randomUUID();
        UUID first = add(gone, take("Builder", 10), take("Skeptic", 20));
        add(into, take("Builder", 90));
        Person both = new Person(pages);
        both.vote(gone, "ship");
        both.vote(into, "ship");
        new Person(pages).vote(gone, "skip");

        Page choose = anna.open("/desk/tools/" + gone + "/merge");
        assertThat(anna.open("/desk/tools/" + gone + "/merge?tool=" + gone).status()).isEqualTo(422);
        Page shown = anna.open("/desk/tools/" + gone + "/merge?tool=" + into);
        assertThat(shown.text("main form[method=post]"))
                .contains("2 and 1 become 2: 1 ship / 1 skip.", "Skeptic: skip 20")
                .doesNotContain("Builder:");
        assertThat(publications.current(first)).as("only shown").isPresent();
        Page empty = anna.press("/desk/tools/" + gone + "/merge", "into", into);
        assertThat(empty.status()).isEqualTo(422);
        HtmlChecker.assertValid(choose, shown, empty);

        Page done = anna.press("/desk/tools/" + gone + "/merge", "into", into, "reason", "One product.");
        assertThat(done.status()).isEqualTo(303);
        assertThat(pages.get("/tools/" + gone).location()).isEqualTo("/tools/" + into);
        assertThat(
                jdbc.sql("select count(*) from audit where what = 'merged into another tool' and about_label = :name")
                        .param("name", "Tool " + gone).query(Long.class).single())
                .isEqualTo(1);
        assertThat(anna.press("/desk/tools/" + gone + "/merge", "into", into, "reason", "Again.").status())
                .isEqualTo(404);
    }

    private UUID add(String slug, TakeContent... takes) {
        return publications.add(new Dossier(ToolMother.tool(slug).maker("cursor").newTool(), List.of(takes)), FIRST);
    }

    private static TakeContent take(String role, int score) {
        return TakeMother.newTake(role, score < 50 ? Verdict.SKIP : Verdict.SHIP, score);
    }
}
