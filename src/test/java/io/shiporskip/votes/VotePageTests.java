package io.shiporskip.votes;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@SuppressWarnings("NullAway.Init")
class VotePageTests {

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyHasVoted() {
        jdbc.sql("delete from vote").update();
        jdbc.sql("delete from network_vote").update();
    }

    @Test
    void aFirstVoteMakesAVisitorAndLeadsBack() {
        Person person = new Person(pages);

        Page answer = person.vote("aider", "ship");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/tools/aider#vote-aider");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).hasSize(1);
        Page page = person.open("/tools/aider");
        assertThat(pressed(page, "aider")).isEqualTo("ship");
        assertThat(page.text("[data-tally=aider]")).isEqualTo("1 ship / 0 skip, early");
    }

    @Test
    void aVoteIsChangedAndTakenBack() {
        Person person = new Person(pages);
        person.vote("cline", "ship");
        String cookie = person.cookie();

        person.vote("cline", "skip");
        assertThat(person.cookie()).isEqualTo(cookie);
        assertThat(tally("cline")).isEqualTo("0 1 0");
        assertThat(pressed(person.open("/tools/cline"), "cline")).isEqualTo("skip");

        person.vote("cline", "none");
        assertThat(tally("cline")).isEqualTo("0 0 0");
        assertThat(pressed(person.open("/tools/cline"), "cline")).isEmpty();

        person.vote("cline", "none");
        assertThat(tally("cline")).isEqualTo("0 0 0");
    }

    @Test
    void htmxGetsTheControlTheTallyAndASentence() {
        Person person = new Person(pages);

        Page answer = person.pressByHtmx("/tools/devin/vote", "choice", "skip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(pressed(answer, "devin")).isEqualTo("skip");
        assertThat(answer.text("[data-hx-swap-oob='innerHTML:#said']"))
                .isEqualTo("You say skip on Devin. 0 ship / 1 skip, early."
                        + " 9 more votes, and the page shows a share beside the panel’s.");
        assertThat(answer.text("[data-hx-swap-oob*=data-tally]")).isEqualTo("0 ship / 1 skip, early");
        assertThat(answer.headers().get("Vary")).contains("HX-Request");

        Page back = person.pressByHtmx("/tools/devin/vote", "choice", "none");
        assertThat(back.html().select("#back-devin").val()).isEqualTo("skip");
        assertThat(back.text("[data-hx-swap-oob='innerHTML:#said']"))
                .isEqualTo("Your vote on Devin is taken back. No community votes yet.");
    }

    @Test
    void whileEditorsHaveAToolLockedVotesOnOthersCountAndThoseOnItComeAfter() {
        CompletableFuture<Integer> waiting = Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.sql("select id from tool where slug = 'devin' for update").query(UUID.class).single();
            CompletableFuture<Integer> onIt = CompletableFuture
                    .supplyAsync(() -> new Person(pages).vote("devin", "ship").status());
            assertThat(new Person(pages).vote("cline", "ship").status()).isEqualTo(303);
            assertThat(new Person(pages).vote("aider", "ship").status()).isEqualTo(303);
            assertThat(onIt).isNotDone();
            return onIt;
        }));

        assertThat(waiting.join()).isEqualTo(303);
        assertThat(tally("devin")).isEqualTo("1 0 0");
        assertThat(tally("cline")).isEqualTo("1 0 0");
    }

    @ParameterizedTest
    @CsvSource({ "''", "choice=", "choice=Ship", "choice=SHIP", "choice=maybe", "choice=ship&choice=ship",
        "choice=ship&choice=skip", "other=ship", "'choice=none,ship'" })
    void anUnclearChoiceIs422AndChangesNothing(String query) {
        for (boolean htmx : new boolean[]{ true, false }) {
            Person person = new Person(pages);
            String path = "/tools/midjourney/vote" + (query.isEmpty() ? "" : "?" + query);
            Page answer = htmx ? person.pressByHtmx(path) : person.press(path);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.source()).contains("Choose ship or skip.");
            assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
            assertThat(tally("midjourney")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tools/nothing/vote", "/tools/Not%20A%20Slug/vote", "/tools/withdrawn/vote" })
    void aVoteOnWhatIsNotThereIs404AndMakesNoVisitor(String path) {
        jdbc.sql("""
                insert into tool (id, slug, name, tagline, best_for, entry, website, description, maker_id, category_id,
                                  kind_id, version, published_on)
                select uuidv7(), 'withdrawn', name, tagline, best_for, entry, website, description, maker_id, category_id,
                       kind_id, 0, null
                  from tool where slug = 'aider' on conflict do nothing
                """).update();
        Page answer = new Person(pages).press(path, "choice", "ship");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tools/aider/vote", "/tools/aider/bookmark", "/privacy/erasure" })
    void whatChangesSomethingCannotBeRead(String path) {
        Page answer = pages.get(path);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().getFirst(HttpHeaders.ALLOW)).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = { "visitor=someone", "visitor=", "session=1",
        "visitor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
    void whoBringsACookieThatIsNotOursIsNew(String cookie) {
        Person person = new Person(pages).withCookie(cookie);

        Page answer = person.vote("kokoro-82m", "ship");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(person.cookie()).startsWith("visitor=").isNotEqualTo(cookie).hasSize("visitor=".length() + 64);
        person.vote("kokoro-82m", "none");
    }

    @Test
    void whoHasNothingToTakeBackBecomesNoVisitorByTrying() {
        Page answer = new Person(pages).vote("kokoro-82m", "none");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
    }

    @Test
    void anOversizedCookieIsThatOfANewVisitor() {
        assertThat(new Person(pages).withCookie("visitor=" + "x".repeat(7000)).vote("kokoro-82m", "none").status())
                .isEqualTo(303);
    }

    @Test
    void fiveVotesOfANetworkCountAndTheOthersAreHeldAndNamed() {
        Person[] people = IntStream.range(0, 7)
                .mapToObj(i -> new Person(pages).at("198.51.100." + (i + 1))).toArray(Person[]::new);
        for (Person person : people) {
            assertThat(person.vote("qwen3-4b", "ship").status()).isEqualTo(303);
        }
        assertThat(tally("qwen3-4b")).isEqualTo("5 0 2");
        assertThat(people[6].open("/tools/qwen3-4b").text("#vote-qwen3-4b")).contains("held")
                .contains("2 more votes are held and not counted");

        assertThat(new Person(pages).at("198.51.101.1").vote("qwen3-4b", "ship").status()).isEqualTo(303);
        assertThat(tally("qwen3-4b")).as("another network").isEqualTo("6 0 2");

        people[0].vote("qwen3-4b", "skip");
        people[6].vote("qwen3-4b", "skip");
        assertThat(tally("qwen3-4b")).as("changing one's mind").isEqualTo("5 1 2");

        people[0].vote("qwen3-4b", "none");
        people[0].vote("qwen3-4b", "ship");
        assertThat(tally("qwen3-4b")).as("taking it back and giving it again").isEqualTo("6 0 2");

        people[6].vote("qwen3-4b", "none");
        assertThat(tally("qwen3-4b")).as("taking a held one back").isEqualTo("6 0 1");
    }

    @Test
    void tenMinutesLaterTheNetworkCountsAgain() {
        IntStream.range(0, 6).forEach(_ -> new Person(pages).at("198.51.102.1").vote("whisper-large-v3", "ship"));
        assertThat(tally("whisper-large-v3")).isEqualTo("5 0 1");

        jdbc.sql("update network_vote set counted_at = counted_at - interval '10 minutes'").update();
        new Person(pages).at("198.51.102.1").vote("whisper-large-v3", "ship");

        assertThat(tally("whisper-large-v3")).isEqualTo("6 0 1");
    }

    private String tally(String tool) {
        return jdbc.sql("""
                select concat_ws(' ', y.ships, y.skips, y.held) from tally y join tool t on t.id = y.tool_id
                 where t.slug = :tool
                """).param("tool", tool).query(String.class).optional().orElse("");
    }

    private static String pressed(Page page, String tool) {
        return page.html().select("#vote-" + tool + " [aria-pressed=true]").val();
    }
}
