package io.shiporskip.newsletter;

import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** The sending of editions, as those see it who watch over it. It begins by itself when an edition is composed. */
@Component
public class Sending {

    /** A delivery that failed is a problem of the day for so many days. */
    public static final int FAILED_DAYS = 7;

    private static final int MOST_SHOWN = 1_000;

    private final Deliveries deliveries;
    private final UnknownDeliveries unknown;
    private final Letters letters;
    private final LetterMails mails;
    private final Postman postman;

    Sending(Deliveries deliveries, UnknownDeliveries unknown, Letters letters, LetterMails mails, Postman postman) {
        this.deliveries = deliveries;
        this.unknown = unknown;
        this.letters = letters;
        this.mails = mails;
        this.postman = postman;
    }

    /** Halts an edition: no further mail of it begins. Whether it was being sent, or was to be. */
    public boolean pause(UUID edition) {
        return deliveries.pause(edition);
    }

    /** Lets a halted edition go on; whether it was halted. */
    public boolean resume(UUID edition) {
        // It may have been halted before all readers were enrolled; who is enrolled already stays as they are.
        return deliveries.resume(edition);
    }

    /** How far an edition is. */
    public DeliveryCounts progress(UUID edition) {
        return deliveries.counts(edition);
    }

    /** Deliveries of which nobody knows whether the mail server took them, the latest first, 1,000 at most. */
    public List<UnknownDelivery> unknown() {
        return unknown.latest(MOST_SHOWN);
    }

    /** What somebody should look at, over all editions. */
    public DeliveryProblems openProblems() {
        return deliveries.problems(FAILED_DAYS);
    }

    /** Sends an unknown delivery again: a reader who had got it has it twice then. Whether it was unknown. */
    public boolean sendAgain(UUID delivery) {
        return unknown.sendAgain(delivery);
    }

    /** Takes an unknown delivery as sent; whether it was unknown. */
    public boolean takeAsSent(UUID delivery) {
        return unknown.takeAsSent(delivery);
    }

    /**
     * Sends a composed edition to one address, to see how it looks there. Its link to leave leads to nobody, and no delivery is
     * noted.
     *
     * @param to the address, its domain in ASCII
     * @throws IllegalArgumentException when there is no such composed edition, or the address has a line break in it
     */
    public Outcome sendTest(UUID edition, String to) {
        try (Postman.Round round = postman.round()) {
            return round.hand(mails.test(letters.of(edition), to));
        }
    }
}
