package io.shiporskip.votes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * When a vote is held.
 *
 * @param countedPerNetwork how many first votes on one tool are counted from one network within the window; the rest is held
 * @param window how long a counted vote stands against the next one
 */
@ConfigurationProperties("shiporskip.votes")
public record VoteProperties(@DefaultValue("5") int countedPerNetwork, @DefaultValue("10m") Duration window) {

    public VoteProperties {
        if (countedPerNetwork < 1) {
            throw new IllegalArgumentException("shiporskip.votes.counted-per-network is at least 1");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("shiporskip.votes.window is longer than nothing");
        }
    }
}
