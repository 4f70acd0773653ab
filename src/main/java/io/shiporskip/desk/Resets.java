package io.shiporskip.desk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shiporskip.mail.EmailAddress;
import io.shiporskip.platform.LinkSecret;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Links to a new password. */
@Component
class Resets {

    /** A link works for so long. */
    static final Duration LIFE = Duration.ofHours(2);

    /** An account gets one mail in so long at most. */
    static final Duration ONCE_IN = Duration.ofHours(1);

    /** The task that mails one; its instance is the address that was typed. */
    static final String TASK = "desk-reset";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ObjectProvider<SchedulerClient> scheduler;

    Resets(JdbcClient jdbc, Accounts accounts, ObjectProvider<SchedulerClient> scheduler) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.scheduler = scheduler;
    }

    /** Notes that somebody wants one. Whether there is such an account is looked up later, so that the answer cannot tell. */
    void ask(EmailAddress email) {
        scheduler.getObject().scheduleIfNotExists(
                new TaskInstance<>(TASK, email.value().toLowerCase(Locale.ROOT)), Instant.now());
    }

    /** The account behind a link; it changes nothing. */
    Optional<Editor> find(String token) {
        return jdbc.sql("""
                select a.id, a.name, a.email, a.role
                  from password_reset r
                  join account a on a.id = r.account_id
                 where r.token_hash = :hash and r.expires_at > now() and a.active
                """).param("hash", new LinkSecret(token).hash()).query(Editor.class).optional();
    }

    /**
     * A new password for the account behind a link, which is void from here on.
     *
     * @throws UnknownLink when it was used meanwhile
     */
    @Transactional
    public Account use(String token, String password) {
        UUID account = jdbc.sql("""
                delete from password_reset where token_hash = :hash and expires_at > now() returning account_id
                """).param("hash", new LinkSecret(token).hash()).query(UUID.class).optional()
                .orElseThrow(UnknownLink::new);
        return accounts.resetPassword(account, password);
    }

    /**
     * A new link for an active account, and the old one is void.
     *
     * @return the account, or nothing where there is none or it had a link within {@link #ONCE_IN}
     */
    @Transactional
    public Optional<Editor> make(String email, LinkSecret token, boolean evenIfRecent) {
        return jdbc.sql("""
                with made as (
                    insert into password_reset as r (account_id, token_hash, created_at, expires_at)
                    select id, :hash, now(), now() + make_interval(secs => :life)
                      from account where lower(email) = lower(:email) and active
                    on conflict (account_id) do update
                       set token_hash = excluded.token_hash, created_at = excluded.created_at,
                           expires_at = excluded.expires_at
                     where :evenIfRecent or r.created_at <= now() - make_interval(secs => :once)
                    returning account_id)
                select a.id, a.name, a.email, a.role from account a join made m on m.account_id = a.id
                """).param("hash", token.hash()).param("life", (double) LIFE.toSeconds()).param("email", email)
                .param("evenIfRecent", evenIfRecent).param("once", (double) ONCE_IN.toSeconds()).query(Editor.class)
                .optional();
    }
}
