package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Openings.Opened;
import io.shiporskip.comparisons.Openings.Pair;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.visitors.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is noted is written, added up and forgotten. */
@DatabaseTest
@SuppressWarnings("NullAway.Init")
class OpeningsTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    JdbcClient jdbc;

    Openings openings;
    Pair pair;
    Pair other;

    @BeforeEach
    void threeTools() {
        openings = on(TODAY);
        UUID a = tool("a").addTo(shelves, tools);
        UUID b = tool("b").addTo(shelves, tools);
        UUID c = tool("c").addTo(shelves, tools);
        pair = Pair.of(a, b);
        other = Pair.of(c, a);
    }

    @Test
    void openingsOfAPairAreAddedUpByDayWhateverTheOrderOfItsTools() {
        note(openings, pair, 1, 2);
        openings.write();
        note(openings, Pair.of(pair.second(), pair.first()), 3, 4);
        openings.write();

        assertThat(jdbc.sql("select day || ' ' || times from comparison_opening").query(String.class).list())
                .containsExactly("2027-03-01 4");
    }

    @Test
    void aNetworkCountsOnceForAPair() {
        note(openings, pair, 7, 7, 7);
        note(openings, other, 7);
        openings.write();

        assertThat(jdbc.sql("select times from comparison_opening").query(Integer.class).list()).containsExactly(1, 1);
    }

    @Test
    void theWeekHasSevenDaysAndLeavesOutWhatHardlyAnybodyOpens() {
        written(TODAY, pair, 2);
        written(TODAY.minusDays(6), pair, 1);
        written(TODAY.minusDays(7), other, 50);
        assertThat(week()).containsExactly(new Opened(pair, 3));

        written(TODAY, other, 2);
        assertThat(week()).containsExactly(new Opened(pair, 3));

        written(TODAY.minusDays(1), other, 2);
        assertThat(week()).containsExactly(new Opened(other, 4), new Opened(pair, 3));
    }

    private List<Opened> week() {
        openings.countWeek();
        return openings.ofTheWeek();
    }

    @Test
    void whatWasOpenedWithAToolIsFoundFromEitherSide() {
        written(TODAY.minusDays(30), pair, 5);
        written(TODAY, other, 2);

        assertThat(openings.with(List.of(pair.first()), 10)).containsExactly(new Opened(pair, 5));
        assertThat(openings.with(List.of(pair.second()), 10)).containsExactly(new Opened(pair, 5));
        assertThat(openings.with(List.of(new UUID(0, 9)), 10)).isEmpty();
    }

    @Test
    void anOpeningIsForgottenAfterSixtyDays() {
        written(TODAY.minusDays(59), pair, 1);
        written(TODAY.minusDays(60), other, 1);

        openings.forgetOldDays();

        assertThat(jdbc.sql("select day from comparison_opening").query(LocalDate.class).list())
                .containsExactly(TODAY.minusDays(59));
    }

    @Test
    void aToolThatIsGoneTakesItsOpeningsWithItAndStopsNoOthers() {
        note(openings, pair, 1);
        note(openings, Pair.of(new UUID(0, 1), new UUID(0, 2)), 1);
        openings.write();

        assertThat(jdbc.sql("select count(*) from comparison_opening").query(Integer.class).single()).isEqualTo(1);
        jdbc.sql("delete from tool where id = ?").param(pair.second()).update();
        assertThat(jdbc.sql("select count(*) from comparison_opening").query(Integer.class).single()).isZero();
    }

    @Test
    void theOrderOfAPairIsThatOfTheDatabase() {
        UUID low = UUID.fromString("7fffffff-ffff-4fff-8fff-ffffffffffff");
        UUID high = UUID.fromString("80000000-0000-4000-8000-000000000000");

        assertThat(Pair.of(high, low)).isEqualTo(new Pair(low, high));
        assertThat(jdbc.sql("select ?::uuid < ?::uuid").params(low, high).query(Boolean.class).single()).isTrue();
    }

    @Test
    void aMissingDatabaseIsForTheScheduleToSayAndEndsNothing() {
        Openings away = new Openings(
                JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none")),
                clock(TODAY));
        note(away, pair, 1);

        assertThatThrownBy(away::write).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(away::forgetOldDays).isInstanceOf(DataAccessException.class);
        assertThatCode(away::close).doesNotThrowAnyException();
    }

    private Openings on(LocalDate day) {
        return new Openings(jdbc, clock(day));
    }

    private static Clock clock(LocalDate day) {
        return Clock.fixed(Instant.from(day.atTime(12, 0).atOffset(ZoneOffset.UTC)), ZoneOffset.UTC);
    }

    private void written(LocalDate day, Pair opened, int times) {
        Openings then = on(day);
        for (int network = 0; network < times; network++) {
            note(then, opened, network);
        }
        then.write();
    }

    private static void note(Openings openings, Pair opened, int... networks) {
        for (int network : networks) {
            openings.note(opened, new Network(new UUID(5, network)));
        }
    }
}
