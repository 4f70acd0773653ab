package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sending of editions, as those see it who watch over it. It begins by itself when an edition is composed. */
@Component
public class Sending {

    /** A delivery that failed is a problem of the day for so many days. */
    public static final int FAILED_DAYS = 7;

    private final Deliveries deliveries;
    private final UnknownDeliveries unknown;
    private final OddDeliveryQuery odd;
    private final EditionProgressQuery progress;
    private final LetterTemplates letters;
    private final LetterMails mails;
    private final Postman postman;

    Sending(Deliveries deliveries, UnknownDeliveries unknown, OddDeliveryQuery odd, EditionProgressQuery progress,
            LetterTemplates letters, LetterMails mails, Postman postman) {
        this.deliveries = deliveries;
        this.unknown = unknown;
        this.odd = odd;
        this.progress = progress;
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

    /** How far the edition of a number is; nothing where there is none. */
    public Optional<EditionProgress> edition(int number) {
        return progress.byNumber(number);
    }

    /**
     * The editions before a number, the latest first.
     *
     * @param number {@link Integer#MAX_VALUE} for the latest
     * @param limit so many at most
     */
    public List<EditionLine> before(int number, int limit) {
        return progress.before(number, limit);
    }

    /**
     * Deliveries of which nobody knows whether the mail server took them, the latest first.
     *
     * @param edition the number of their edition; nothing for all
     * @param before the {@link OddDelivery#cursor} of the one before them; nothing to begin
     * @param limit so many at most
     */
    public List<OddDelivery> unknown(@Nullable Integer edition, @Nullable String before, int limit) {
        return odd.page(true, edition, before, limit);
    }

    /** Deliveries that were refused or given up; as {@link #unknown}. */
    public List<OddDelivery> failed(@Nullable Integer edition, @Nullable String before, int limit) {
        return odd.page(false, edition, before, limit);
    }

    /** What somebody should look at, over all editions. */
    public DeliveryProblems openProblems() {
        return deliveries.problems(FAILED_DAYS);
    }

    /**
     * Sends unknown deliveries again: a reader who had got it has it twice then.
     *
     * @param ids of the deliveries, one at least
     * @return how many of them were unknown and have a reader who still gets the weekly e-mail; the others stay as they are
     */
    public int sendAgain(Collection<UUID> ids) {
        return unknown.sendAgain(ids);
    }

    /**
     * Takes unknown deliveries as sent.
     *
     * @param ids of the deliveries, one at least
     * @return how many of them were unknown; the others stay as they are
     */
    public int takeAsSent(Collection<UUID> ids) {
        return unknown.takeAsSent(ids);
    }

    /** The coming edition as its mails would say it now; nothing while there is nothing to tell. */
    public Optional<LetterPreview> previewOfComing() {
        return letters.ofComing().map(mails::preview);
    }

    /**
     * A composed edition as its mails say it.
     *
     * @throws IllegalArgumentException when there is no such composed edition
     */
    public LetterPreview preview(UUID edition) {
        return mails.preview(letters.of(edition));
    }

    /**
     * Sends a composed edition to one address, to see how it looks there. Its link to leave leads to nobody, and no delivery is
     * noted.
     *
     * @throws IllegalArgumentException when there is no such composed edition
     */
    public Outcome sendTest(UUID edition, EmailAddress to) {
        return test(letters.of(edition), to);
    }

    /** The same with the coming edition as it would be now; nothing while there is nothing to tell. */
    public Optional<Outcome> sendTestOfComing(EmailAddress to) {
        return letters.ofComing().map(letter -> test(letter, to));
    }

    private Outcome test(Letter letter, EmailAddress to) {
        try (Postman.Round round = postman.round()) {
            return round.hand(mails.test(letter, to.value()));
        }
    }
}
