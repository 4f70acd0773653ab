package io.shiporskip.desk;

import io.shiporskip.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The accounts of the desk. Whatever changes one writes its row in the audit. */
@Component
class Accounts {

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Audit audit;

    Accounts(AccountRepository accounts, JdbcClient jdbc, PasswordEncoder encoder, Audit audit) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.audit = audit;
    }

    /** Whether anybody ever took a way in. */
    boolean any() {
        return accounts.existsBy();
    }

    /** All accounts, the active ones first, by name. */
    List<AccountsView.Line> lines() {
        return jdbc.sql("""
                select id, name, email, role, active, signed_in_at from account order by active desc, lower(name), id
                """).query(AccountsView.Line.class).list();
    }

    /**
     * A new account for somebody who took a way in, in the caller's transaction.
     *
     * @throws NotPossible when the address has an account already
     */
    @Transactional
    public Account join(EmailAddress email, String name, Role role, String password) {
        if (accounts.findByEmail(email.value()).isPresent()) {
            throw new NotPossible("There is an account with this e-mail address already. Sign in with it.");
        }
        Account account = accounts
                .saveAndFlush(new Account(email, name, role, encoder.encode(password), Instant.now()));
        audit.note(account.editor(), "joined the desk", about(account), "", Map.of("role", role.word()));
        return account;
    }

    /** @throws NotPossible when no administrator would be left, or there is no such account */
    @Transactional
    public void changeRole(UUID id, Role role, Editor by) {
        List<Account> administrators = accounts.lockActiveAdministrators();
        Account account = known(id);
        if (account.role() == role) {
            return;
        }
        if (account.role() == Role.ADMINISTRATOR) {
            keepOne(administrators, account, "Make somebody else an administrator first.");
        }
        account.become(role);
        audit.note(by, role == Role.ADMINISTRATOR ? "made an administrator" : "made an editor", about(account), "",
                Map.of());
    }

    /** @throws NotPossible when no administrator would be left, or there is no such account */
    @Transactional
    public void disable(UUID id, Editor by) {
        List<Account> administrators = accounts.lockActiveAdministrators();
        Account account = known(id);
        if (!account.active()) {
            return;
        }
        keepOne(administrators, account, "Make somebody else an administrator first.");
        account.disable();
        jdbc.sql("delete from password_reset where account_id = :id").param("id", id).update();
        audit.note(by, "disabled the account", about(account), "", Map.of());
    }

    /** @throws NotPossible when there is no such account */
    @Transactional
    public void enable(UUID id, Editor by) {
        Account account = known(id);
        if (!account.active()) {
            account.enable();
            audit.note(by, "enabled the account", about(account), "", Map.of());
        }
    }

    @Transactional
    public void rename(Editor own, String name) {
        Account account = known(own.id());
        String before = account.name();
        if (!before.equals(name)) {
            account.rename(name);
            audit.note(own, "changed their name", about(account), "", Map.of("from", before));
        }
    }

    /**
     * A new password for whoever knows the old one. Other sessions end.
     *
     * @return the generation of the sessions from here on
     * @throws NotPossible when the old one is wrong
     */
    @Transactional
    public int changePassword(Editor own, String old, String password) {
        Account account = known(own.id());
        if (!encoder.matches(old, account.passwordHash())) {
            throw new NotPossible("That is not your present password.");
        }
        account.choosePassword(encoder.encode(password));
        audit.note(own, "changed their password", about(account), "", Map.of());
        return account.generation();
    }

    /** A new password for whoever has the link to it. All sessions end. */
    @Transactional
    public Account resetPassword(UUID id, String password) {
        Account account = known(id);
        account.choosePassword(encoder.encode(password));
        audit.note(account.editor(), "chose a new password by mail", about(account), "", Map.of());
        return account;
    }

    private Account known(UUID id) {
        return accounts.findById(id).orElseThrow(() -> new NotPossible("There is no such account any more."));
    }

    private static void keepOne(List<Account> administrators, Account leaving, String advice) {
        if (administrators.size() == 1 && administrators.getFirst().id().equals(leaving.id())) {
            throw new NotPossible(leaving.name() + " is the last administrator. " + advice);
        }
    }

    private static Audit.About about(Account account) {
        return new Audit.About("account", String.valueOf(account.id()), account.email());
    }
}
