package io.shiporskip.visitors;

import io.shiporskip.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class NetworksTests {

    private static final String HOME = "203.0.113.7";

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNetworkIsTheSameAllDayForAllCopiesOfTheSite() {
        Network morning = at("2026-11-21T00:00:01Z").of(HOME);

        assertThat(at("2026-11-21T23:59:59Z").of(HOME)).isEqualTo(morning);
        assertThat(at("2026-11-21T12:00:00Z").of("203.0.113.99")).isEqualTo(morning);
        assertThat(at("2026-11-21T12:00:00Z").of("203.0.114.7")).isNotEqualTo(morning);
    }

    @Test
    void theNextDayNobodyCanTellThatItIsTheSame() {
        Network today = at("2026-11-21T23:59:59Z").of(HOME);

        assertThat(at("2026-11-22T00:00:01Z").of(HOME)).isNotEqualTo(today);
    }

    @Test
    void theHashHoldsNothingOfTheAddress() {
        assertThat(at("2026-11-21T12:00:00Z").of(HOME).hash().toString()).doesNotContain("cb0071");
    }

    @Test
    void theKeyOfADayThatIsOverIsDeleted() {
        at("2026-11-21T12:00:00Z").of(HOME);
        Networks nextDay = at("2026-11-22T00:00:01Z");
        nextDay.of(HOME);
        nextDay.forgetKeysOfOtherDays();

        assertThat(jdbc.sql("select day from network_key").query(LocalDate.class).list())
                .containsExactly(LocalDate.of(2026, 11, 22));
    }

    @Test
    void inMemoryANetworkIsKnownByAKeyOfTheProcessAlone() {
        Networks networks = at("2026-11-21T12:00:00Z");

        assertThat(networks.inMemory(from(HOME))).isEqualTo(networks.inMemory(from("203.0.113.99")))
                .isNotEqualTo(networks.inMemory(from("203.0.114.7"))).isNotEqualTo(networks.of(HOME))
                .isNotEqualTo(at("2026-11-21T12:00:00Z").inMemory(from(HOME)));
        assertThat(jdbc.sql("select count(*) from network_key").query(Integer.class).single()).isEqualTo(1);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private Networks at(String instant) {
        return new Networks(jdbc, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
