package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database itself refuses, whoever writes. */
@DatabaseTest
@SuppressWarnings("NullAway.Init")
class CatalogueTablesTests {

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = { "a", "7", "a-b", "smollm3", "vsx", "a-vsb", "canvas", "", "-a", "a-", "a--b", "A", "a b",
        "a_b", "ä", "a\n", "\na", "vs", "vs-a", "a-vs", "a-vs-b" })
    void aSlugIsTheSameInTheDatabaseAndInTheCode(String text) {
        if (Slug.parse(text).isPresent()) {
            assertThatCode(() -> cast("slug", text)).doesNotThrowAnyException();
        } else {
            assertThatRefused(() -> cast("slug", text), "slug_check");
        }
    }

    @ParameterizedTest
    @CsvSource({ "80,true", "81,false" })
    void aSlugHasAtMost80Characters(int length, boolean accepted) {
        String slug = "a".repeat(length);

        if (accepted) {
            assertThat(cast("slug", slug)).isEqualTo(slug);
        } else {
            assertThatRefused(() -> cast("slug", slug), "slug_check");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", " a", "a ", "a\nb", "a\tb", "a\u0007b" })
    void aLineIsOneLineWithoutSpaceAround(String text) {
        assertThatRefused(() -> cast("one_line", text), "one_line_check");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://example.com", "https://", "HTTPS://example.com", "javascript:alert(1)",
        "https://example.com/a b", "https://example.com/\n", "//example.com", "" })
    void anAddressIsHttps(String text) {
        assertThatRefused(() -> cast("https_address", text), "https_address_check");
    }

    @Test
    void anAddressHasAtMost2000Characters() {
        assertThat(cast("https_address", "https://" + "a".repeat(1992))).hasSize(2000);
        assertThatRefused(() -> cast("https_address", "https://" + "a".repeat(1993)), "https_address_check");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "-,-,-,true", "MIT,https://example.com,2026-11-21,true",
        "MIT,https://example.com,-,false", "MIT,-,2026-11-21,false", "-,https://example.com,2026-11-21,false",
        "MIT,-,-,false", "-,https://example.com,-,false", "-,-,2026-11-21,false" })
    void aFactHasAllOfValueSourceAndDayOrNone(@Nullable String value, @Nullable String source,
            @Nullable LocalDate day, boolean accepted) {
        UUID tool = tool("a").addTo(shelves, tools);

        if (accepted) {
            assertThatCode(() -> fact(tool, "LICENCE", value, source, day)).doesNotThrowAnyException();
        } else {
            assertThatRefused(() -> fact(tool, "LICENCE", value, source, day), "fact_check");
        }
    }

    @Test
    void aFactAboutAnAspectStandsOnce() {
        UUID tool = tool("a").fact(Aspect.LICENCE, "MIT").addTo(shelves, tools);

        assertThatRefused(() -> fact(tool, "LICENCE", null, null, null), "fact_pkey");
    }

    @Test
    void aFactAboutAnythingElseIsRefused() {
        UUID tool = tool("a").addTo(shelves, tools);

        assertThatRefused(() -> fact(tool, "COLOUR", null, null, null), "fact_aspect_check");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PRICING", "LICENCE", "WEIGHTS", "PARAMETERS", "CONTEXT", "INPUTS", "PLATFORMS", "HOSTING",
        "HARDWARE", "LANGUAGES", "RELEASED" })
    void everyAspectHasItsPlaceInTheDatabase(Aspect aspect) {
        UUID tool = tool("a").addTo(shelves, tools);

        assertThatCode(() -> fact(tool, aspect.name(), null, null, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "name = repeat('x', 121)|tool_name_check", "tagline = repeat('x', 121)|tool_tagline_check",
                "best_for = repeat('x', 201)|tool_best_for_check", "best_for = tagline|tool_check",
                "entry = 'TRIAL'|tool_entry_check", "description = ' '|tool_description_check",
                "website = 'http://example.com'|https_address_check", "slug = 'a-vs-b'|slug_check",
                "maker_id = uuidv7()|tool_maker_id_fkey", "kind_id = uuidv7()|tool_kind_id_fkey",
                "category_id = uuidv7()|tool_category_id_fkey" })
    void aToolKeepsItsRules(String change, String constraint) {
        tool("a").addTo(shelves, tools);

        assertThatRefused(() -> jdbc.sql("update tool set " + change).update(), constraint);
    }

    @ParameterizedTest
    @CsvSource({ "amount = -1,plan_amount_check", "currency = 'usd',plan_currency_check",
        "period = 'WEEK',plan_period_check", "position = -1,plan_position_check" })
    void aPlanKeepsItsRules(String change, String constraint) {
        tool("a").monthly("5").addTo(shelves, tools);

        assertThatRefused(() -> jdbc.sql("update plan set " + change).update(), constraint);
    }

    @Test
    void aSlugBelongsToOneTool() {
        tool("a").addTo(shelves, tools);

        assertThatThrownBy(() -> tool("a").addTo(shelves, tools)).isInstanceOf(SlugTaken.class);
        // Two who add it in the same moment both find it free.
        assertThatRefused(() -> jdbc.sql("""
                insert into tool (version, slug, name, maker_id, category_id, kind_id, tagline, best_for, entry, website,
                                  description)
                select version, slug, name, maker_id, category_id, kind_id, tagline, best_for, entry, website, description
                  from tool where slug = 'a'
                """).update(), "tool_slug_key");
    }

    @Test
    void whoBearsASlugTodayGoesBeforeWhoOnceBoreIt() {
        tool("a").addTo(shelves, tools);
        UUID other = tool("b").addTo(shelves, tools);
        jdbc.sql("insert into former_slug (slug, tool_id) values ('a', ?), ('c', ?)").param(1, other).param(2, other)
                .update();

        assertThat(tools.sheets(List.of(new Slug("a")))).extracting(sheet -> sheet.tool().slug().value())
                .containsExactly("a");
        assertThat(tools.sheets(List.of(new Slug("c")))).extracting(sheet -> sheet.tool().slug().value())
                .containsExactly("b");
    }

    private String cast(String domain, String text) {
        return jdbc.sql("select cast(:text as " + domain + ")::text").param("text", text).query(String.class).single();
    }

    private void fact(UUID tool, String aspect, @Nullable String value, @Nullable String source,
            @Nullable LocalDate day) {
        jdbc.sql("insert into fact (tool_id, aspect, value, source, checked_on) values (?, ?, ?, ?, ?)")
                .param(1, tool).param(2, aspect).param(3, value).param(4, source).param(5, day).update();
    }

    private static void assertThatRefused(ThrowingCallable write,
            String constraint) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(write)
                .withMessageContaining("\"" + constraint);
    }
}
