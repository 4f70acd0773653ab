package io.shiporskip.desk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shiporskip.mail.EmailAddress;
import io.shiporskip.platform.LinkSecret;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ways into the desk: an administrator invites an address, and whoever has the link in the mail gets an account. */
@Component
class Invitations {

    /** A link works for so long. */
    static final Duration LIFE = Duration.ofHours(72);

    /** The task that mails one; its instance begins with the invitation's id, and is another one each time. */
    static final String TASK = "desk-invitation";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Audit audit;
    private final ObjectProvider<SchedulerClient> scheduler;

    Invitations(JdbcClient jdbc, Accounts accounts, Audit audit, ObjectProvider<SchedulerClient> scheduler) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.scheduler = scheduler;
    }

    /**
     * A way in that is still open.
     *
     * @param id its id
     * @param email for whom; nothing for the first administrator while no address is set
     * @param role what they will be
     */
    record Open(UUID id, @Nullable String email, Role role) {}

    /** Those that are not taken, the newest first. */
    List<AccountsView.Invited> list() {
        return jdbc.sql("""
                select i.id, i.email, i.role, a.name as by, i.expires_at, i.expires_at < now() as over,
                       i.mailed_at is not null as mailed
                  from invitation i
                  join account a on a.id = i.invited_by
                 order by i.created_at desc
                """).query(AccountsView.Invited.class).list();
    }

    /**
     * Invites an address; the mail follows. One that was invited before gets a new link, and the old one is void.
     *
     * @throws NotPossible when the address has an account
     */
    @Transactional
    public void invite(EmailAddress email, Role role, Editor by) {
        if (jdbc.sql("select exists (select from account where lower(email) = lower(:email))")
                .param("email", email.value()).query(Boolean.class).single()) {
            throw new NotPossible("There is an account with this e-mail address already.");
        }
        UUID id = jdbc.sql("""
                insert into invitation (email, role, invited_by, expires_at)
                values (:email, :role, :by, now() + make_interval(secs => :life))
                on conflict (lower(email)) do update
                   set email = excluded.email, role = excluded.role, invited_by = excluded.invited_by,
                       token_hash = null, created_at = now(), expires_at = excluded.expires_at, mailed_at = null
                returning id
                """).param("email", email.value()).param("role", role.name()).param("by", by.id())
                .param("life", (double) LIFE.toSeconds()).query(UUID.class).single();
        audit.note(by, "invited", new Audit.About("invitation", id.toString(), email.value()), "",
                Map.of("role", role.word()));
        mail(id);
    }

    /** Takes an invitation back; its link is void. Nothing happens where it was taken meanwhile. */
    @Transactional
    public void revoke(UUID id, Editor by) {
        jdbc.sql("delete from invitation where id = :id and invited_by is not null returning email").param("id", id)
                .query(String.class).optional()
                .ifPresent(email -> audit.note(by, "took back the invitation",
                        new Audit.About("invitation", id.toString(), email), "", Map.of()));
    }

    /** The way in behind a link; it changes nothing. */
    Optional<Open> find(String token) {
        return jdbc.sql("select id, email, role from invitation where token_hash = :hash and expires_at > now()")
                .param("hash", new LinkSecret(token).hash()).query(Open.class).optional();
    }

    /**
     * Takes the way in: there is an account from here on, and the link is void.
     *
     * @throws UnknownLink when it was taken meanwhile
     * @throws NotPossible when the address has an account
     */
    @Transactional
    public Account accept(Open way, EmailAddress email, String name, String password) {
        if (jdbc.sql("delete from invitation where id = :id").param("id", way.id()).update() == 0) {
            throw new UnknownLink();
        }
        return accounts.join(email, name, way.role(), password);
    }

    /** Makes the way in for the first administrator anew; the link before it is void. The mail follows where there is an address. */
    @Transactional
    public UUID first(@Nullable EmailAddress email, @Nullable LinkSecret token) {
        UUID id = jdbc.sql("""
                insert into invitation (email, role, token_hash, expires_at)
                values (:email, 'ADMINISTRATOR', :hash, now() + make_interval(secs => :life))
                on conflict ((true)) where invited_by is null do update
                   set email = excluded.email, token_hash = excluded.token_hash, created_at = now(),
                       expires_at = excluded.expires_at, mailed_at = null
                returning id
                """).param("email", email == null ? null : email.value())
                .param("hash", token == null ? null : token.hash()).param("life", (double) LIFE.toSeconds())
                .query(UUID.class).single();
        if (email != null) {
            mail(id);
        }
        return id;
    }

    private void mail(UUID id) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(TASK, id + "/" + System.nanoTime()),
                Instant.now());
    }
}
