package io.shiporskip.bookmarks;

import io.shiporskip.bookmarks.BookmarkFile.Entry;
import io.shiporskip.bookmarks.Bookmarks.Imported;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.StatementCounter;
import io.shiporskip.visitors.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class BookmarksTests {

    private static final Visitor VISITOR = new Visitor(new UUID(1, 1));
    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter counter;

    @Test
    void theOneKeptLastComesFirst() {
        UUID one = tool("one").addTo(shelves, tools);
        UUID two = tool("two").addTo(shelves, tools);
        bookmarks.keep(VISITOR, new Slug("one"), null);
        bookmarks.keep(VISITOR, new Slug("two"), LONG_AGO);

        assertThat(bookmarks.of(VISITOR)).containsExactly(one, two);
        assertThat(bookmarks.kept(VISITOR).getLast()).isEqualTo(new Bookmark(two, LONG_AGO));
        assertThat(bookmarks.count(VISITOR)).isEqualTo(2);
        assertThat(bookmarks.of(new Visitor(new UUID(1, 2)))).isEmpty();
    }

    @Test
    void keepingTwiceChangesNothing() {
        UUID one = tool("one").addTo(shelves, tools);
        bookmarks.keep(VISITOR, new Slug("one"), LONG_AGO);

        assertThat(bookmarks.keep(VISITOR, new Slug("one"), null)).contains(new Bookmark(one, LONG_AGO));
        assertThat(bookmarks.kept(VISITOR)).containsExactly(new Bookmark(one, LONG_AGO));
    }

    @Test
    void whatIsDroppedAndKeptAgainIsAtItsOldPlace() {
        UUID one = tool("one").addTo(shelves, tools);
        bookmarks.keep(VISITOR, new Slug("one"), LONG_AGO);

        Optional<Bookmark> dropped = bookmarks.drop(VISITOR, new Slug("one"));
        assertThat(dropped).contains(new Bookmark(one, LONG_AGO));
        assertThat(bookmarks.of(VISITOR)).isEmpty();
        assertThat(bookmarks.drop(VISITOR, new Slug("one"))).contains(new Bookmark(one, null));
        bookmarks.keep(VISITOR, new Slug("one"), LONG_AGO);
        assertThat(bookmarks.kept(VISITOR)).containsExactly(new Bookmark(one, LONG_AGO));
    }

    @Test
    void noBookmarkIsKeptSinceTomorrow() {
        tool("one").addTo(shelves, tools);
        tool("two").addTo(shelves, tools);
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        bookmarks.keep(VISITOR, new Slug("one"), tomorrow);
        bookmarks.add(VISITOR, List.of(entry("two", tomorrow)));

        assertThat(bookmarks.kept(VISITOR)).hasSize(2)
                .allSatisfy(kept -> assertThat(kept.keptAt()).isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    void aFormerSlugFindsItsTool() {
        UUID one = tool("one").addTo(shelves, tools);
        jdbc.sql("insert into former_slug (slug, tool_id) values ('once', ?)").param(one).update();

        assertThat(bookmarks.keep(VISITOR, new Slug("once"), null)).map(Bookmark::tool).contains(one);
        assertThat(bookmarks.drop(VISITOR, new Slug("once"))).map(Bookmark::tool).contains(one);
        assertThat(bookmarks.add(VISITOR, List.of(entry("once", LONG_AGO), entry("one", LONG_AGO))))
                .isEqualTo(new Imported(1, 0, List.of()));
        assertThat(bookmarks.of(VISITOR)).containsExactly(one);
    }

    @Test
    void aToolThatIsNotPublishedIsNotThere() {
        UUID one = tool("one").addTo(shelves, tools);
        tool("two").addTo(shelves, tools);
        bookmarks.keep(VISITOR, new Slug("one"), null);
        jdbc.sql("update tool set published_on = ? where id = ?").param(LocalDate.of(9999, 1, 1)).param(one).update();

        assertThat(bookmarks.of(VISITOR)).isEmpty();
        assertThat(bookmarks.count(VISITOR)).isZero();
        assertThat(bookmarks.keep(VISITOR, new Slug("one"), null)).isEmpty();
        assertThat(bookmarks.drop(VISITOR, new Slug("nothing"))).isEmpty();
        assertThat(bookmarks.add(VISITOR, List.of(entry("one", LONG_AGO), entry("two", LONG_AGO))))
                .isEqualTo(new Imported(1, 0, List.of("one")));
    }

    @Test
    void whatIsClearedComesBackAsItWas() {
        for (String slug : List.of("one", "two", "three")) {
            tool(slug).addTo(shelves, tools);
            bookmarks.keep(VISITOR, new Slug(slug), null);
        }
        List<Bookmark> before = bookmarks.kept(VISITOR);

        List<Bookmark> cleared = bookmarks.clear(VISITOR);
        assertThat(cleared).isEqualTo(before);
        assertThat(bookmarks.of(VISITOR)).isEmpty();

        String file = BookmarkFile.write(BookmarkFile.entries(cleared, tools.all()));
        assertThat(bookmarks.add(VISITOR, BookmarkFile.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(new Imported(3, 0, List.of()));
        assertThat(bookmarks.kept(VISITOR)).isEqualTo(before);
    }

    @Test
    void anImportKeepsWhatIsThereAndTakesOneStatement() {
        List<Entry> entries = IntStream.range(0, 40).mapToObj(i -> entry("tool-" + i, LONG_AGO)).toList();
        entries.forEach(entry -> tool(entry.slug().value()).addTo(shelves, tools));
        Instant later = LONG_AGO.plusSeconds(9);
        bookmarks.keep(VISITOR, new Slug("tool-7"), later);
        counter.reset();

        assertThat(bookmarks.add(VISITOR, entries)).isEqualTo(new Imported(39, 1, List.of()));
        assertThat(counter.statements()).hasSize(1);
        assertThat(bookmarks.kept(VISITOR)).hasSize(40).first().extracting(Bookmark::keptAt).isEqualTo(later);
        assertThat(bookmarks.add(VISITOR, entries)).isEqualTo(new Imported(0, 40, List.of()));
        assertThat(bookmarks.add(VISITOR, List.of())).isEqualTo(new Imported(0, 0, List.of()));
    }

    private static Entry entry(String slug, Instant keptAt) {
        return new Entry(new Slug(slug), "Tool", keptAt);
    }
}
