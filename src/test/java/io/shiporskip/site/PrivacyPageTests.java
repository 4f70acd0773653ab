package io.shiporskip.site;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

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
        List<Integer> before = rows();

        Page answer = person.press("/privacy/erasure");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("[role=status].notice")).contains("Erased: 2 votes and 1 bookmark.");
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(person.cookie()).isEmpty();
        assertThat(rows()).containsExactly(before.get(0) - 2, before.get(1) - 1, before.get(2) - 2);
        assertThat(person.open("/tools/gemma-2-2b-it").text("[data-tally]")).isEqualTo("0 ship / 1 skip, early");
        assertThat(person.open("/privacy").html().select("form[action='/privacy/erasure']")).isEmpty();
    }

    @Test
    void whoIsNoVisitorErasesNothing() {
        List<Integer> before = rows();

        Page answer = new Person(pages).press("/privacy/erasure");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("[role=status].notice")).contains("Erased: 0 votes and 0 bookmarks.");
        assertThat(rows()).isEqualTo(before);
    }

    private List<Integer> rows() {
        return List.of("vote", "bookmark", "network_vote").stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Integer.class).single()).toList();
    }
}
