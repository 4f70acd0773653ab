package io.shiporskip.panel;

import io.shiporskip.shared.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.UuidGenerator;

import java.util.UUID;

/** One voice of the panel. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Reviewer {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String slug;

    private String name;

    private String motto;

    private String statement;

    private int position;

    Reviewer(Slug slug, String name, String motto, String statement, int position) {
        this.slug = slug.value();
        this.name = name;
        this.motto = motto;
        this.statement = statement;
        this.position = position;
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Reviewer() {}

    String slug() {
        return slug;
    }
}
