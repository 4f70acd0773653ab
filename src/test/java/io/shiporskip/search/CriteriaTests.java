package io.shiporskip.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CriteriaTests {

    @ParameterizedTest
    @ValueSource(strings = { "cursor", "two words", "C++", "a&b=c", "50%", "%41", "snake_case", "back\\slash",
        "it’s \"quoted\"",
        "{q}", "#hash?", "é", "😀", "a|b!c:*", "'; drop table tool; --", "<script>alert(1)</script>" })
    void anAddressGivesBackTheCriteriaThatItWasMadeOf(String q) {
        Criteria criteria = new Criteria(q, "developer-tools", "coding-agent", "cursor", "free", "ship", Sort.NEW,
                "slug~-1.5");

        assertThat(read(criteria.query())).isEqualTo(criteria);
    }

    @Test
    void criteriaThatAskForNothingHaveNoQuery() {
        assertThat(Criteria.EVERYTHING.query()).isEmpty();
        assertThat(read("?q=&category=&sort=best&page=")).isEqualTo(Criteria.EVERYTHING);
    }

    @Test
    void wordsAreTidiedAndShortened() {
        assertThat(Criteria.words("  two \t\n words ").q()).isEqualTo("two words");
        assertThat(Criteria.words("😀".repeat(500)).q()).isEqualTo("😀".repeat(Criteria.MOST_CHARACTERS));
    }

    @Test
    void whatIsNoOrderIsTheUsualOne() {
        assertThat(read("?sort=nonsense").sort()).isEqualTo(Sort.BEST);
        assertThat(read("?sort=contested").sort()).isEqualTo(Sort.CONTESTED);
    }

    @Test
    void capitalsMakeNoDifferenceToAValue() {
        assertThat(read("?category=Developer-Tools&kind=CODING-AGENT&maker=Cursor&entry=FREE&verdict=Ship&sort=NEW"))
                .isEqualTo(new Criteria("", "developer-tools", "coding-agent", "cursor", "free", "ship", Sort.NEW, ""));
    }

    @Test
    void anotherFilterBeginsAtTheFirstPage() {
        Criteria deep = read("?kind=coding-agent&page=aider~-60.0");

        assertThat(deep.with("entry", "free").query()).isEqualTo("?kind=coding-agent&entry=free");
        assertThat(deep.with("kind", "")).isEqualTo(Criteria.EVERYTHING);
        assertThat(deep.with("page", "devin~-50.0").query()).isEqualTo("?kind=coding-agent&page=devin~-50.0");
    }

    @Test
    void ofAParameterThatStandsThereTwiceTheFirstCounts() {
        assertThat(read("?q=one&q=two").q()).isEqualTo("one");
    }

    private static Criteria read(String query) {
        var parameters = UriComponentsBuilder.fromUri(URI.create("/tools" + query)).build().getQueryParams();
        return Criteria.of(name -> parameters.getOrDefault(name, List.of()).stream()
                .map(value -> URLDecoder.decode(value == null ? "" : value, StandardCharsets.UTF_8)).toList());
    }
}
