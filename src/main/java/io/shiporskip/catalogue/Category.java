package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.UuidGenerator;

import java.util.UUID;

/** A broad shelf of the catalogue. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Category {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String slug;

    private String name;

    private String description;

    Category(Slug slug, String name, String description) {
        this.slug = slug.value();
        this.name = name;
        this.description = description;
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Category() {}
}
