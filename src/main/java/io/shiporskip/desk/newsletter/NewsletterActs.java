package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Audit;
import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.mail.EmailAddress;
import io.shiporskip.newsletter.EditionProgress;
import io.shiporskip.newsletter.EditionRefused;
import io.shiporskip.newsletter.Editions;
import io.shiporskip.newsletter.Sending;
import io.shiporskip.newsletter.Subscribers;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What editors do with the weekly e-mail, each act with its row in the audit. */
@Component
class NewsletterActs {

    static final Audit.About COMING = new Audit.About("edition", "coming", "the coming edition");

    private final Editions editions;
    private final Sending sending;
    private final Subscribers subscribers;
    private final Audit audit;

    NewsletterActs(Editions editions, Sending sending, Subscribers subscribers, Audit audit) {
        this.editions = editions;
        this.sending = sending;
        this.subscribers = subscribers;
        this.audit = audit;
    }

    /** @throws io.shiporskip.newsletter.IntroductionChanged when somebody else wrote meanwhile */
    @Transactional
    public Editions.Draft introduce(String introduction, String basis, Editor by) {
        Editions.Draft draft = editions.introduce(introduction, basis);
        if (!draft.basis().equals(basis)) {
            audit.note(by, "wrote the introduction of", COMING, "",
                    Map.of("characters", String.valueOf(introduction.length())));
        }
        return draft;
    }

    /** @throws NotPossible when there is nothing to tell of the tool any more */
    @Transactional
    public void leaveOut(Slug tool, boolean untilNext, Editor by) {
        if (!editions.leaveOut(tool, untilNext)) {
            throw new NotPossible(
                    "There is nothing to tell of this tool any more: an edition has told it, or it was left "
                            + "out before.");
        }
        audit.note(by, untilNext ? "kept for the edition after the coming one" : "left out of all editions",
                about(tool),
                "", Map.of());
    }

    /** @throws NotPossible when it was not left out */
    @Transactional
    public void putBack(Slug tool, Editor by) {
        if (!editions.putBack(tool)) {
            throw new NotPossible(
                    "This tool is not left out any more: an edition has gone out, or it was put back before.");
        }
        audit.note(by, "put back into the coming edition", about(tool), "", Map.of());
    }

    /** @throws NotPossible when the moment will not do */
    @Transactional
    public void plan(Instant due, Editor by) {
        try {
            editions.plan(due);
        } catch (EditionRefused e) {
            throw new NotPossible(String.valueOf(e.getMessage()));
        }
        audit.note(by, "planned", COMING, "", Map.of("for", due.toString()));
    }

    @Transactional
    public void cancelPlan(Editor by) {
        if (editions.cancelPlan()) {
            audit.note(by, "gave back to the weekly time", COMING, "", Map.of());
        }
    }

    /**
     * Sends the coming edition now.
     *
     * @param seen what its editor has seen of it, see {@link Editions.Coming#state}
     * @return its number
     * @throws NotPossible when it cannot go out
     * @throws io.shiporskip.newsletter.EditionChanged when it says something else by now
     */
    @Transactional
    public int send(String seen, Editor by) {
        try {
            int number = editions.sendNow(seen);
            audit.note(by, "sent", about(number), "",
                    Map.of("confirmed", String.valueOf(subscribers.counts().confirmed())));
            return number;
        } catch (EditionRefused e) {
            throw new NotPossible(String.valueOf(e.getMessage()));
        }
    }

    /** Notes that somebody is about to send a mail for trying out. The address itself is not kept for ever. */
    @Transactional
    public void noteTest(String edition, EmailAddress to, Editor by) {
        boolean own = to.value().equalsIgnoreCase(by.email());
        audit.note(by, "sent for trying out", new Audit.About("edition", edition, "edition " + edition), "", Map.of(
                "to",
                own ? "their own address" : "an address at " + to.value().substring(to.value().lastIndexOf('@') + 1)));
    }

    /** @throws NotPossible when it is not being sent any more */
    @Transactional
    public void pause(EditionProgress edition, Editor by) {
        if (!sending.pause(edition.id())) {
            throw new NotPossible("This edition is not being sent any more.");
        }
        audit.note(by, "paused", about(edition.number()), "", Map.of());
    }

    /** @throws NotPossible when it is not paused any more */
    @Transactional
    public void resume(EditionProgress edition, Editor by) {
        if (!sending.resume(edition.id())) {
            throw new NotPossible("This edition is not paused any more.");
        }
        audit.note(by, "resumed", about(edition.number()), "", Map.of());
    }

    /**
     * Decides about unknown deliveries.
     *
     * @return how many of them it was about
     * @throws NotPossible when none of them can be decided like that
     */
    @Transactional
    public int decide(Collection<UUID> deliveries, boolean again, Editor by) {
        int decided = again ? sending.sendAgain(deliveries) : sending.takeAsSent(deliveries);
        if (decided == 0) {
            throw new NotPossible(again
                    ? "Nothing can be sent again here: somebody has decided before, or the reader has left."
                    : "Somebody has decided about this before.");
        }
        audit.note(by, again ? "sent again" : "took as sent", new Audit.About("deliveries", deliveries.size() == 1
                ? deliveries.iterator().next().toString()
                : "several", decided == 1 ? "1 unknown delivery" : decided + " unknown deliveries"), "", Map.of());
        return decided;
    }

    /** Notes that somebody takes a list of addresses along. */
    @Transactional
    public void noteExport(String state, boolean searched, Editor by) {
        audit.note(by, "exported", new Audit.About("subscribers", "list", "the list of subscribers"), "",
                Map.of("state", state.isEmpty() ? "all" : state, "searched", searched ? "yes" : "no"));
    }

    /**
     * Erases a subscriber. The audit does not keep what is erased.
     *
     * @throws NotPossible when nothing is stored any more
     */
    @Transactional
    public void erase(UUID subscriber, Editor by) {
        if (!subscribers.erase(subscriber)) {
            throw new NotPossible("Nothing is stored of this subscriber any more.");
        }
        audit.note(by, "erased", new Audit.About("subscriber", subscriber.toString(), "a subscriber"), "", Map.of());
    }

    private static Audit.About about(Slug tool) {
        return new Audit.About("news", tool.value(), tool.value());
    }

    static Audit.About about(int number) {
        return new Audit.About("edition", String.valueOf(number), "edition " + number);
    }
}
