package io.shiporskip.newsletter;

import io.shiporskip.mail.Outcome;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells when an edition has to be halted, because what comes back to its mails cannot be the fault of so many readers: a sender
 * or a relay that is not set up, or a mail server that loses connections. For all lanes of a process.
 */
final class Brake {

    /** So many mails in a row that were refused, or of which nobody knows, halt an edition. */
    static final int MOST_IN_A_ROW = 20;

    private final Map<UUID, Integer> inARow = new ConcurrentHashMap<>();

    /** Counts what became of a mail; whether the edition is to be halted now. Counting begins anew then. */
    boolean isReached(UUID edition, Outcome outcome) {
        boolean bad = switch (outcome) {
            case Outcome.Refused _,Outcome.Unknown _ -> true;
            case Outcome.Unreachable unreachable -> unreachable.refused();
            case Outcome.Accepted _ -> {
                inARow.remove(edition);
                yield false;
            }
            case Outcome.Deferred _ -> false;
        };
        if (!bad || inARow.merge(edition, 1, Integer::sum) < MOST_IN_A_ROW) {
            return false;
        }
        inARow.remove(edition);
        return true;
    }
}
