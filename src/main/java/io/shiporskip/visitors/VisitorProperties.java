package io.shiporskip.visitors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * What an operator sets about visitors.
 *
 * @param keys secrets of at least 32 characters that seal the visitors' cookies, the newest first; the newest seals, all of
 *            them open, so a key is replaced by putting another before it. While there is none, one is made and kept in the
 *            data folder
 * @param changesAMinute how many votes, bookmarks and other changes a minute one visitor may send, or one network's browsers
 *            that are no visitors yet; what comes on top is refused
 */
@ConfigurationProperties("shiporskip.visitors")
public record VisitorProperties(@DefaultValue List<String> keys, @DefaultValue("60") int changesAMinute) {

    private static final int SHORTEST_KEY = 32;

    public VisitorProperties {
        keys = keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
        if (keys.stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            throw new IllegalArgumentException(
                    "each of shiporskip.visitors.keys has at least " + SHORTEST_KEY + " characters");
        }
        if (changesAMinute < 1) {
            throw new IllegalArgumentException("shiporskip.visitors.changes-a-minute is at least 1");
        }
    }
}
