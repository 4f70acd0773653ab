package io.shiporskip.site;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@SuppressWarnings("NullAway.Init")
class PrivacyPageTests {

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aVisitorSeesHowMuchIsStoredAndErasesIt() {
        Person person = new Person(pages);
        Person other = new Person(pages);
        other.vote("gemma-2-2b-it", "skip");
        person.vote("gemma-2-2b-it", "ship");
        person.vote("llama-3-2-3b-instruct", "skip");
        person.press("/tools/gemma-2-2b-it/bookmark", "kept", "true");
        assertThat(person.open("/privacy").text("#main")).contains("2 votes and 1 bookmark");
        assertThat(rows(person)).containsExactly(2, 1, 2);
        Person erased = new Person(pages).withCookie(person.cookie());
        assertThat(person.press("/privacy/erasure").status()).as("without the tick").isEqualTo(422);

        Page answer = person.press("/privacy/erasure", "sure", "yes");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("[role=status].notice")).contains("Erased: 2 votes and 1 bookmark.");
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(person.cookie()).isEmpty();
        assertThat(rows(erased)).containsExactly(0, 0, 0);
        assertThat(rows(other).getFirst()).isEqualTo(1);
        assertThat(person.open("/tools/gemma-2-2b-it").text("[data-tally]")).isEqualTo("0 ship / 1 skip, early");
        assertThat(person.open("/privacy").html().select("form[action='/privacy/erasure']")).isEmpty();
    }

    @Test
    void whoIsNoVisitorErasesNothing() {
        Page answer = new Person(pages).press("/privacy/erasure", "sure", "yes");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("[role=status].notice")).contains("Erased: 0 votes and 0 bookmarks.");
    }

    /** The person's votes, bookmarks and votes by network. */
    private List<Integer> rows(Person person) {
        return Stream.of("vote", "bookmark", "network_vote")
                .map(table -> jdbc.sql("select count(*) from " + table + " where visitor_id = ?").param(person.id())
                        .query(Integer.class).single())
                .toList();
    }
}
