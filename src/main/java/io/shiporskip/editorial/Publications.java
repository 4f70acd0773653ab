package io.shiporskip.editorial;

import io.shiporskip.bookmarks.Bookmarks;
import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.SlugTaken;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Panel;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.Votes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes what readers see of tools. Each change is one transaction and one revision, and has the tool locked meanwhile. */
@Component
public class Publications {

    private static final String BEFORE_THE_FIRST = "As it stood before its first change at the desk.";

    private final Tools tools;
    private final Panel panel;
    private final Votes votes;
    private final Bookmarks bookmarks;
    private final Dossiers dossiers;
    private final RevisionRows revisions;
    private final WithdrawalRows withdrawals;

    Publications(Tools tools, Panel panel, Votes votes, Bookmarks bookmarks, Dossiers dossiers,
            RevisionRows revisions, WithdrawalRows withdrawals) {
        this.tools = tools;
        this.panel = panel;
        this.votes = votes;
        this.bookmarks = bookmarks;
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.withdrawals = withdrawals;
    }

    /** A tool as it stands, in whatever state. */
    public Optional<Current> current(UUID tool) {
        return Optional.ofNullable(dossiers.byIds(List.of(tool)).get(tool));
    }

    /** The tool that bears a slug today, in whatever state. */
    public Optional<Current> current(Slug slug) {
        return Optional.ofNullable(dossiers.bySlugs(List.of(slug)).get(slug));
    }

    /**
     * Publishes a tool that was not there.
     *
     * @return its id
     * @throws SlugTaken when another tool has or had its slug
     * @throws IllegalArgumentException when maker, category, kind or a reviewer is not there
     */
    @Transactional
    public UUID add(Dossier dossier, Reason reason) {
        UUID tool = tools.add(dossier.tool());
        panel.write(tool, dossier.takes());
        revisions.add(tool, 1, Act.ADDED, null, dossier, reason);
        return tool;
    }

    /**
     * Makes a tool and its panel say this, all of it. A withdrawn tool is brought back by it.
     *
     * @param base the revision that the editor began from
     * @return the number of the new revision; {@code base} where nothing is new
     * @throws ChangedMeanwhile when the tool has another revision by now, or is not there any more
     * @throws SlugTaken when another tool has or had the slug
     * @throws IllegalArgumentException when maker, category, kind or a reviewer is not there
     */
    @Transactional
    public int change(UUID tool, int base, Dossier dossier, Reason reason) {
        Current current = locked(tool);
        if (current.revision() != base) {
            throw new ChangedMeanwhile("The tool");
        }
        if (current.dossier().equals(dossier)) {
            return base;
        }
        return write(current, current.state() == ToolState.WITHDRAWN ? Act.RETURNED : Act.CHANGED, dossier, reason);
    }

    /**
     * Notes that somebody compared a fact with its source.
     *
     * @return the number of the new revision, or the present one where the fact was checked on that day already
     * @throws IllegalArgumentException when the tool has no such fact that is verified
     * @throws ChangedMeanwhile when the tool is not there any more
     */
    @Transactional
    public int checked(UUID tool, Aspect aspect, LocalDate on, Reason reason) {
        Current current = locked(tool);
        Fact fact = current.dossier().tool().facts().stream()
                .filter(one -> one.aspect() == aspect && one.verified()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such fact to check"));
        if (on.equals(fact.checkedOn())) {
            return current.revision();
        }
        ToolContent content = current.dossier().tool().with(new Fact(aspect, fact.value(), fact.source(), on));
        return write(current, Act.CHECKED, current.dossier().with(content), reason);
    }

    /**
     * Takes a tool from the readers. Its address says so, why, and what to take instead. Votes, bookmarks and takes stay.
     *
     * @param replacedBy what to take instead, another tool; or nothing
     * @throws IllegalArgumentException when the reason is empty, or a tool is to replace itself
     * @throws ChangedMeanwhile when it is withdrawn already, or is not there any more
     */
    @Transactional
    public int withdraw(UUID tool, @Nullable UUID replacedBy, Reason reason) {
        if (reason.text().isEmpty()) {
            throw new IllegalArgumentException("Say why it is withdrawn: readers see it at its address.");
        }
        if (tool.equals(replacedBy)) {
            throw new IllegalArgumentException("A tool cannot replace itself.");
        }
        Current current = locked(tool);
        LocalDate publishedOn = current.dossier().tool().publishedOn();
        if (publishedOn == null) {
            throw new ChangedMeanwhile("The tool");
        }
        withdrawals.add(tool, replacedBy, reason.text(), publishedOn);
        return write(current, Act.WITHDRAWN, current.dossier().with(current.dossier().tool().publishedOn(null)),
                reason);
    }

    /**
     * Lets readers see a withdrawn tool again, from the day on from which they had seen it before.
     *
     * @throws ChangedMeanwhile when it is not withdrawn
     */
    @Transactional
    public int bringBack(UUID tool, Reason reason) {
        Current current = locked(tool);
        LocalDate since = withdrawals.publishedOn(tool).orElseThrow(() -> new ChangedMeanwhile("The tool"));
        return write(current, Act.RETURNED, current.dossier().with(current.dossier().tool().publishedOn(since)),
                reason);
    }

    /**
     * Makes one of two tools that are one. What the second says stays; reviewers who spoke on the first alone have their takes
     * there from now on. Each visitor's vote counts once, bookmarks go over, and all addresses and names of the first lead to the
     * second.
     *
     * @param gone the tool that ends
     * @param into the tool that stays
     * @return the number of the new revision of the one that stays
     * @throws IllegalArgumentException when both are the same, or as {@link #refusal} says
     * @throws ChangedMeanwhile when one of them is not there any more
     */
    @Transactional
    public int merge(UUID gone, UUID into, Reason reason) {
        if (gone.equals(into)) {
            throw new IllegalArgumentException("Choose two different tools.");
        }
        if (!tools.lock(List.of(gone, into)).equals(Set.of(gone, into))) {
            throw new ChangedMeanwhile("One of the tools");
        }
        Current ending = there(gone);
        Current staying = there(into);
        refusal(ending, staying).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        ending = withFirst(ending);
        staying = withFirst(staying);
        ToolContent old = ending.dossier().tool();
        revisions.add(gone, ending.revision() + 1, Act.MERGED, ending.dossier(), ending.dossier(), reason);
        votes.merge(gone, into);
        bookmarks.merge(gone, into);
        panel.handOver(gone, into);
        withdrawals.handOver(gone, into);
        tools.mergeInto(into, gone);
        ToolContent content = staying.dossier().tool().alsoCalled(old.formerNames())
                .alsoCalled(Set.of(old.profile().name()));
        tools.change(into, content);
        Dossier merged = there(into).dossier();
        revisions.add(into, staying.revision() + 1, Act.MERGED, staying.dossier(), merged, reason);
        return staying.revision() + 1;
    }

    /** Why one tool cannot go into another one: readers would lose what they see. Nothing where it can. */
    public static Optional<String> refusal(Current gone, Current into) {
        return gone.state() == ToolState.PUBLISHED && into.state() != ToolState.PUBLISHED
                ? Optional.of("Readers see %s and not %s. Publish that one first, or merge the other way round."
                        .formatted(gone.dossier().tool().profile().name(), into.dossier().tool().profile().name()))
                : Optional.empty();
    }

    private int write(Current current, Act act, Dossier dossier, Reason reason) {
        Current known = withFirst(current);
        tools.change(known.tool(), dossier.tool());
        panel.write(known.tool(), dossier.takes());
        if (dossier.tool().publishedOn() != null) {
            withdrawals.remove(known.tool());
        }
        int number = known.revision() + 1;
        revisions.add(known.tool(), number, act, known.dossier(), dossier, reason);
        return number;
    }

    /** A tool from before there were revisions gets the one that it lacks, so that its first change can be seen. */
    private Current withFirst(Current current) {
        if (current.revision() > 0) {
            return current;
        }
        revisions.add(current.tool(), 1, Act.ADDED, null, current.dossier(),
                Reason.of(Author.SITE, BEFORE_THE_FIRST));
        return new Current(current.tool(), 1, current.state(), current.dossier());
    }

    private Current locked(UUID tool) {
        if (tools.lock(List.of(tool)).isEmpty()) {
            throw new ChangedMeanwhile("The tool");
        }
        return there(tool);
    }

    private Current there(UUID tool) {
        return Objects.requireNonNull(dossiers.byIds(List.of(tool)).get(tool));
    }
}
