package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.UuidGenerator;

import java.util.UUID;

/** The job that a tool does; two tools are comparable when their kinds match. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Kind {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String slug;

    private String name;

    private String plural;

    private String job;

    Kind(Slug slug, String name, String plural, String job) {
        this.slug = slug.value();
        this.name = name;
        this.plural = plural;
        this.job = job;
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Kind() {}
}
