package io.shiporskip.panel;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.util.List;
import java.util.UUID;

/** One reviewer's verdict on one tool. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class Take {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private int version;

    private UUID toolId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Reviewer reviewer;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private @Nullable Integer score;

    private String text;

    private LocalDate writtenOn;

    @Embedded
    private Basis basis;

    @ElementCollection
    @CollectionTable(name = "claim", joinColumns = @JoinColumn(name = "take_id"))
    @OrderColumn(name = "position")
    private List<Claim> claims;

    Take(UUID toolId, Reviewer reviewer, TakeContent content) {
        this.toolId = toolId;
        this.reviewer = reviewer;
        write(content);
    }

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Take() {}

    /** Says what the content says, all of it. */
    final void write(TakeContent content) {
        verdict = content.verdict();
        score = content.score();
        text = content.text();
        writtenOn = content.writtenOn();
        basis = content.basis();
        claims = new ArrayList<>(content.claims());
    }

    String reviewerSlug() {
        return reviewer.slug();
    }
}
