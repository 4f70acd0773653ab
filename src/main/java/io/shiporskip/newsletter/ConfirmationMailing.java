package io.shiporskip.newsletter;

import io.shiporskip.mail.Mail;
import io.shiporskip.mail.MailTemplates;
import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import io.shiporskip.platform.SiteAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends the mail that asks whether an address wants the weekly e-mail. Nothing that a visitor typed stands in it, so nobody
 * can have this site say something to a stranger.
 */
@Component
class ConfirmationMailing {

    private static final Logger log = LoggerFactory.getLogger(ConfirmationMailing.class);
    private static final String SUBJECT = "Confirm your weekly e-mail from Ship or Skip";

    private static final Duration BEFORE_TAKING_BACK_AGAIN = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final ConfirmationTokens tokens;
    private final Subscribers subscribers;
    private final Postman postman;
    private final SiteAddress site;
    private final MailTemplates templates;

    ConfirmationMailing(ConfirmationTokens tokens, Subscribers subscribers, Postman postman, SiteAddress site,
            MailTemplates templates) {
        this.tokens = tokens;
        this.subscribers = subscribers;
        this.postman = postman;
        this.site = site;
        this.templates = templates;
    }

    /**
     * Sends the mail, if it is due. What may have gone out is not sent again, whoever calls and however often.
     *
     * @return the pause after which this should be called again, because the mail was refused for now: as long as it has been
     *         tried already, and 5 minutes at least; nothing where it is done
     */
    Optional<Duration> send(UUID subscriber) {
        return tokens.begin(subscriber).flatMap(fresh -> {
            boolean again = triesAgain(subscriber, fresh, hand(mail(fresh)));
            return again ? Optional.of(Collections.max(List.of(fresh.waited(), FIRST_PAUSE))) : Optional.empty();
        });
    }

    private boolean triesAgain(UUID subscriber, ConfirmationTokens.Fresh fresh, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> false;
            case Outcome.Unknown unknown -> {
                log.warn("Newsletter the confirmation mail of subscriber {} may have gone out or not: {}", subscriber,
                        unknown.answer());
                yield false;
            }
            case Outcome.Deferred _,Outcome.Unreachable _ -> {
                takeBack(fresh);
                yield true;
            }
            case Outcome.Refused refused -> {
                takeBack(fresh);
                if (refused.address()) {
                    subscribers.refusedForGood(subscriber);
                } else {
                    log.warn("Newsletter the confirmation mail of subscriber {} was refused: {}", subscriber,
                            refused.answer());
                }
                yield false;
            }
        };
    }

    /** A token that stayed would say that the mail may have gone out, and nobody would send it again. */
    private void takeBack(ConfirmationTokens.Fresh fresh) {
        boolean done = false;
        boolean said = false;
        while (!done) {
            try {
                tokens.takeBack(fresh);
                done = true;
            } catch (DataAccessException e) {
                if (!said) {
                    log.warn("Newsletter a link to confirm cannot be taken back and that is tried again", e);
                    said = true;
                }
                pause(e);
            }
        }
    }

    private static void pause(DataAccessException failure) {
        try {
            Thread.sleep(BEFORE_TAKING_BACK_AGAIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private Outcome hand(Mail mail) {
        try (Postman.Round round = postman.round()) {
            return round.hand(mail);
        }
    }

    private Mail mail(ConfirmationTokens.Fresh fresh) {
        Map<String, Object> model = Map.of("confirm", site.of("/newsletter/confirm/" + fresh.token()), "home",
                site.of("/"), "privacy", site.of("/privacy#e-mail"), "hours", ConfirmationTokens.HOURS);
        return new Mail("confirmation." + fresh.number() + "@" + site.host(), fresh.address().value(), SUBJECT,
                templates.text("confirmation", model), templates.html("confirmation", model),
                Map.of("Auto-Submitted", "auto-generated"));
    }
}
