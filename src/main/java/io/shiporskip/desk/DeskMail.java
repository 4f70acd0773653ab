package io.shiporskip.desk;

import io.shiporskip.mail.Mail;
import io.shiporskip.mail.MailTemplates;
import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import io.shiporskip.platform.LinkSecret;
import io.shiporskip.platform.SiteAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes the mails of the desk and hands them over. The secret of a link is made here, and stands in the mail alone. */
@Component
class DeskMail {

    private static final Logger log = LoggerFactory.getLogger(DeskMail.class);

    private final JdbcClient jdbc;
    private final Resets resets;
    private final MailTemplates templates;
    private final Postman postman;
    private final SiteAddress site;

    DeskMail(JdbcClient jdbc, Resets resets, MailTemplates templates, Postman postman, SiteAddress site) {
        this.jdbc = jdbc;
        this.resets = resets;
        this.templates = templates;
        this.postman = postman;
        this.site = site;
    }

    /** The mail could not be handed over now. */
    static final class NotHandedOver extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotHandedOver(Outcome outcome) {
            super(outcome.getClass().getSimpleName() + ": " + outcome.answer());
        }
    }

    private record Invited(String email, Role role, String by) {}

    /**
     * Mails an invitation; one that was taken back meanwhile is none.
     *
     * @throws NotHandedOver when it is worth trying again
     */
    void invitation(UUID id) {
        LinkSecret token = LinkSecret.random();
        jdbc.sql("""
                with given as (
                    update invitation set token_hash = :hash
                     where id = :id and email is not null and expires_at > now()
                    returning email, role, invited_by)
                select g.email, g.role, coalesce(a.name, '') as by
                  from given g left join account a on a.id = g.invited_by
                """).param("hash", token.hash()).param("id", id).query(Invited.class).optional()
                .ifPresent(invited -> {
                    send("desk-invitation", "invitation-" + id, invited.email(), "Your account at Ship or Skip",
                            Map.of("role", invited.role() == Role.EDITOR ? "an editor" : "an administrator", "by",
                                    invited.by(), "link", site.of("/desk/invitation/" + token.text()), "hours",
                                    Invitations.LIFE.toHours()));
                    jdbc.sql("update invitation set mailed_at = now() where id = :id").param("id", id).update();
                });
    }

    /**
     * Mails a link to a new password, where there is such an account and it had none within the hour.
     *
     * @throws NotHandedOver when it is worth trying again
     */
    void reset(String email, boolean again) {
        LinkSecret token = LinkSecret.random();
        resets.make(email, token, again)
                .ifPresent(account -> send("desk-reset", "reset-" + UUID.randomUUID(), account.email(),
                        "A new password for Ship or Skip",
                        Map.of("name", account.name(), "link", site.of("/desk/reset/" + token.text()), "hours",
                                Resets.LIFE.toHours())));
    }

    private void send(String template, String id, String to, String subject, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("site", site);
        Mail mail = new Mail(id + "@" + site.host(), to, subject, templates.text(template, all),
                templates.html(template, all), Map.of("Auto-Submitted", "auto-generated"));
        try (Postman.Round round = postman.round()) {
            switch (round.hand(mail)) {
                case Outcome.Accepted _,Outcome.Unknown _ -> log.debug("A mail of the desk was handed over");
                case Outcome.Refused refused -> log.warn("Desk       a mail to {} was refused for good: {}", to,
                        refused.answer());
                case Outcome.Deferred deferred -> throw new NotHandedOver(deferred);
                case Outcome.Unreachable unreachable -> throw new NotHandedOver(unreachable);
            }
        }
    }
}
