package io.shiporskip.newsletter;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendingPropertiesTests {

    @Test
    void aMailIsTriedAgainAfterGrowingPausesAndGivenUpAtLast() {
        SendingProperties sending = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("shiporskip.newsletter.sending", SendingProperties.class);
        List<Duration> pauses = new ArrayList<>();
        int attempts = 1;
        while (sending.pauseAfter(attempts).isPresent()) {
            pauses.add(sending.pauseAfter(attempts).orElseThrow());
            attempts++;
        }

        assertThat(pauses).isSorted().startsWith(Duration.ofMinutes(1)).doesNotHaveDuplicates();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofDays(1),
                Duration.ofDays(3));
        assertThat(sending.pauseAfter(attempts + 100)).isEmpty();
    }

    @Test
    void aLaneRestsLongerEachTimeAndTenMinutesAtMost() {
        List<Duration> rests = IntStream.rangeClosed(1, 100).mapToObj(Rests::after).toList();

        assertThat(rests).isSorted().startsWith(Duration.ofSeconds(10), Duration.ofSeconds(20))
                .endsWith(Duration.ofMinutes(10));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        List<Duration> pauses = List.of(Duration.ofMinutes(1));
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new SendingProperties(0, 1, pauses, second)).hasMessageContaining("lanes");
        assertThatThrownBy(() -> new SendingProperties(1, 0, pauses, second)).hasMessageContaining("mails-a-minute");
        assertThatThrownBy(() -> new SendingProperties(1, 1, List.of(Duration.ZERO), second))
                .hasMessageContaining("pause");
    }

    @Test
    void fiveHundredAnHourCanBeKept() {
        SendingProperties sending = new Binder(new MapConfigurationPropertySource(
                Map.of("shiporskip.newsletter.sending.mails-a-minute", "8")))
                .bindOrCreate("shiporskip.newsletter.sending", SendingProperties.class);
        Pace pace = new Pace(sending.mailsAMinute(), sending.lanes());
        pace.take();
        assertThat(sending.mailsAMinute() * 60).isLessThanOrEqualTo(500);
        assertThat(pace.isFree()).isFalse();
    }

    @Test
    void lanesLeaveThreadsForConfirmationMails() {
        assertThatCode(() -> SendingTasks.leaveThreads(4, 6)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SendingTasks.leaveThreads(5, 6))
                .hasMessageContaining("shiporskip.newsletter.sending.lanes is 5", "db-scheduler.threads");
    }

    @Test
    void aLaneKeepsToItsShare() {
        Pace pace = new Pace(6_000, 2);
        long begin = System.nanoTime();
        for (int i = 0; i < 11; i++) {
            pace.await(() -> false);
            pace.take();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whoeverStopsDoesNotWait() {
        Pace slow = new Pace(60, 32);
        slow.take();
        long begin = System.nanoTime();
        slow.await(() -> true);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(slow.isFree()).isFalse();
    }
}
