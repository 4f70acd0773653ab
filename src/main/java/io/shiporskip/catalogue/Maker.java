package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.UuidGenerator;

import java.util.UUID;

/** Who makes tools. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Maker {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String slug;

    private String name;

    private String website;

    Maker(Slug slug, String name, String website) {
        this.slug = slug.value();
        this.name = name;
        this.website = website;
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Maker() {}
}
