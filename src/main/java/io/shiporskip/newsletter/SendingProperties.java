package io.shiporskip.newsletter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How editions are sent.
 *
 * @param lanes how many mails are on their way at one time, over all copies of the site
 * @param mailsAMinute how many mails leave in a minute at most, over all copies of the site
 * @param pauses how long after the first, second, ... refusal for the time being a mail is tried again; after one more it is
 *            given up
 * @param lookAgain how long a lane that found nothing to do waits before it looks again
 */
@ConfigurationProperties("shiporskip.newsletter.sending")
public record SendingProperties(@DefaultValue("2") int lanes, @DefaultValue("600") int mailsAMinute,
        @DefaultValue({
            "1m", "5m", "15m", "1h", "4h", "12h", "24h" }) List<Duration> pauses,
        @DefaultValue("5s") Duration lookAgain) {

    private static final int MOST_LANES = 32;

    public SendingProperties {
        pauses = List.copyOf(pauses);
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException(
                    "shiporskip.newsletter.sending.lanes is between 1 and " + MOST_LANES);
        }
        if (mailsAMinute < 1) {
            throw new IllegalArgumentException("shiporskip.newsletter.sending.mails-a-minute is at least 1");
        }
        if (pauses.stream().anyMatch(pause -> pause.isNegative() || pause.isZero()) || lookAgain.isNegative()
                || lookAgain.isZero()) {
            throw new IllegalArgumentException("a pause of shiporskip.newsletter.sending is longer than nothing");
        }
    }

    /**
     * How long a mail waits before it is tried again; nothing when it is given up.
     *
     * @param attempts how often it was tried, from 1 on
     */
    Optional<Duration> pauseAfter(int attempts) {
        return attempts <= pauses.size() ? Optional.of(pauses.get(attempts - 1)) : Optional.empty();
    }
}
