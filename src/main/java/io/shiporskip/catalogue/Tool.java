package io.shiporskip.catalogue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A product or model under review, with its plans and facts. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Tool {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private int version;

    private String slug;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Maker maker;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Category category;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Kind kind;

    @Embedded
    private Profile profile;

    @ElementCollection
    @CollectionTable(name = "plan", joinColumns = @JoinColumn(name = "tool_id"))
    @OrderColumn(name = "position")
    private List<Plan> plans;

    @ElementCollection
    @CollectionTable(name = "fact", joinColumns = @JoinColumn(name = "tool_id"))
    private Set<Fact> facts;

    @ElementCollection
    @CollectionTable(name = "former_name", joinColumns = @JoinColumn(name = "tool_id"))
    @Column(name = "name")
    private Set<String> formerNames;

    private @Nullable LocalDate publishedOn;

    Tool(ToolContent content, Maker maker, Category category, Kind kind) {
        write(content, maker, category, kind);
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Tool() {}

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    /** Says what the content says, all of it. The lists are new ones, so that their rows go before the new ones come. */
    final void write(ToolContent content, Maker newMaker, Category newCategory, Kind newKind) {
        slug = content.slug().value();
        maker = newMaker;
        category = newCategory;
        kind = newKind;
        profile = content.profile();
        plans = new ArrayList<>(content.plans());
        facts = new LinkedHashSet<>(content.facts());
        formerNames = new LinkedHashSet<>(content.formerNames());
        publishedOn = content.publishedOn();
    }
}
