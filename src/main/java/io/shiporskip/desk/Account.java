package io.shiporskip.desk;

import io.shiporskip.mail.EmailAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.UuidGenerator;

import java.time.Instant;
import java.util.UUID;

/** Somebody's way into the desk. Whatever takes rights away ends the sessions that had them. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Account {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private int version;

    private String email;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active;

    private String passwordHash;

    private int generation;

    private Instant createdAt;

    Account(EmailAddress email, String name, Role role, String passwordHash, Instant now) {
        this.email = email.value();
        this.name = name;
        this.role = role;
        this.active = true;
        this.passwordHash = passwordHash;
        this.createdAt = now;
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Editor editor() {
        return new Editor(id, name, email, role);
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    boolean active() {
        return active;
    }

    String passwordHash() {
        return passwordHash;
    }

    int generation() {
        return generation;
    }

    void rename(String newName) {
        name = newName;
    }

    void become(Role newRole) {
        role = newRole;
    }

    void disable() {
        active = false;
        generation++;
    }

    void enable() {
        active = true;
    }

    /** A new password; who is signed in with the old one is so no longer. */
    void choosePassword(String newHash) {
        passwordHash = newHash;
        generation++;
    }
}
