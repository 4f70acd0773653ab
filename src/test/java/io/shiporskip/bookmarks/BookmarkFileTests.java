package io.shiporskip.bookmarks;

import io.shiporskip.bookmarks.BookmarkFile.Entry;
import io.shiporskip.platform.Unprocessable;
import io.shiporskip.shared.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookmarkFileTests {

    private static final String DEVIN = """
            {"slug": "devin", "name": "Devin", "kept_at": "2026-11-21T12:00:00Z"}""";

    @Test
    void whatIsWrittenIsRead() {
        List<Entry> entries = List.of(
                new Entry(new Slug("devin"), "Devin \"&\" <b>", Instant.parse("2026-11-21T12:00:00.000001Z")),
                new Entry(new Slug("aider"), "Aïder", Instant.parse("2026-11-20T12:00:00Z")));

        assertThat(read(BookmarkFile.write(entries))).isEqualTo(entries);
        assertThat(read("\uFEFF" + BookmarkFile.write(List.of()))).isEmpty();
    }

    @Test
    void aTimeMayHaveAnOffset() {
        assertThat(read(file(DEVIN.replace("12:00:00Z", "14:00:00+02:00")))).extracting(Entry::keptAt)
                .containsExactly(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "[]", "7", "{", "{}", "devin", "<html>", "{\"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1}",
        "{\"format\": \"other\", \"version\": 1, \"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": \"1\", \"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1.0, \"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 2, \"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": {}}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": null}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": [], \"more\": 1}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": []} x",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"version\": 1, \"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": [[[[[[]]]]]]}",
        "{'format': 'ship-or-skip-bookmarks', 'version': 1, 'bookmarks': []}" })
    void whatIsNoFileOfOursIsRefused(String text) {
        assertThatExceptionOfType(Unprocessable.class).isThrownBy(() -> read(text))
                .satisfies(refused -> assertThat(refused.advice()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"devin\"", "7", "null", "[]", "{}", "{\"slug\": \"devin\"}",
        "{\"slug\": 7, \"name\": \"Devin\", \"kept_at\": \"2026-11-21T12:00:00Z\"}",
        "{\"slug\": \"Devin!\", \"name\": \"Devin\", \"kept_at\": \"2026-11-21T12:00:00Z\"}",
        "{\"slug\": \"devin\", \"name\": null, \"kept_at\": \"2026-11-21T12:00:00Z\"}",
        "{\"slug\": \"devin\", \"name\": \"Devin\", \"kept_at\": 1795262400}",
        "{\"slug\": \"devin\", \"name\": \"Devin\", \"kept_at\": \"yesterday\"}",
        "{\"slug\": \"devin\", \"name\": \"Devin\", \"kept_at\": \"2026-11-21\"}",
        "{\"slug\": \"devin\", \"name\": \"Devin\", \"kept_at\": \"2026-13-41T25:00:00Z\"}",
        "{\"slug\": \"devin\", \"name\": \"Devin\", \"kept_at\": \"0001-01-01T00:00:00Z\"}",
        "{\"slug\": \"devin\", \"name\": \"Devin\", \"kept_at\": \"2026-11-21T12:00:00\"}",
        "{\"slug\": \"devin\", \"slug\": \"aider\", \"name\": \"Devin\", \"kept_at\": \"2026-11-21T12:00:00Z\"}" })
    void anEntryThatIsNoneIsRefused(String entry) {
        assertThatExceptionOfType(Unprocessable.class).isThrownBy(() -> read(file(entry)));
        assertThatExceptionOfType(Unprocessable.class).isThrownBy(() -> read(file(DEVIN + ", " + entry)));
    }

    @Test
    void whatIsTooLongOrTooDeepOrNoTextIsRefused() {
        String short5001 = String.join(",", Collections.nCopies(5_001, "{}"));
        assertThatExceptionOfType(Unprocessable.class).isThrownBy(() -> read(file(short5001)))
                .withMessage("That file holds too many bookmarks");
        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> read(BookmarkFile.write(List.of()) + " ".repeat(BookmarkFile.MOST_BYTES)))
                .withMessage("That file is too large");
        assertThatExceptionOfType(Unprocessable.class).isThrownBy(() -> read("[".repeat(100_000)));
        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> BookmarkFile.read(new byte[]{ (byte) 0xff, (byte) 0xfe, '{', 0 }));
    }

    private static String file(String entries) {
        return "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": [" + entries + "]}";
    }

    private static List<Entry> read(String text) {
        return BookmarkFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
