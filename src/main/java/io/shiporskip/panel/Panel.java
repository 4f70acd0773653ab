package io.shiporskip.panel;

import io.shiporskip.shared.Slug;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reviewers and what they say. */
@Component
public class Panel {

    private final ReviewerRepository reviewers;
    private final TakeRepository takes;
    private final TakeQuery query;
    private final EntityManager entities;

    Panel(ReviewerRepository reviewers, TakeRepository takes, TakeQuery query, EntityManager entities) {
        this.reviewers = reviewers;
        this.takes = takes;
        this.query = query;
        this.entities = entities;
    }

    /** Adds a reviewer at the end of the panel unless the slug is taken. */
    @Transactional
    public void addReviewer(Slug slug, String name, String motto, String statement) {
        if (reviewers.findBySlug(slug.value()).isEmpty()) {
            reviewers.save(new Reviewer(slug, name, motto, statement, Math.toIntExact(reviewers.count())));
        }
    }

    /** Lets a reviewer bear other words; the place in the panel stays. Nothing happens where there is no such reviewer. */
    @Transactional
    public void changeReviewer(Slug slug, String name, String motto, String statement) {
        query.change(slug, name, motto, statement);
    }

    /**
     * Adds a reviewer's take on a tool.
     *
     * @throws IllegalArgumentException when there is no such reviewer
     */
    @Transactional
    public void add(UUID toolId, TakeContent take) {
        added(toolId, take);
    }

    private Take added(UUID toolId, TakeContent take) {
        Reviewer reviewer = reviewers.findBySlug(take.reviewer().value())
                .orElseThrow(() -> new IllegalArgumentException("there is no reviewer " + take.reviewer()));
        return takes.save(new Take(toolId, reviewer, take));
    }

    /**
     * Makes the panel of a tool say this: takes that are not among these go, and those that are there say what is new.
     *
     * @param written at most one for each reviewer
     * @throws IllegalArgumentException when there is no such reviewer
     */
    @Transactional
    public void write(UUID toolId, List<TakeContent> written) {
        Map<String, Take> there = takes.findByToolId(toolId).stream()
                .collect(Collectors.toMap(Take::reviewerSlug, Function.identity()));
        List<Take> kept = new ArrayList<>();
        for (TakeContent content : written) {
            Take take = there.remove(content.reviewer().value());
            if (take == null) {
                kept.add(added(toolId, content));
            } else {
                take.write(content);
                kept.add(take);
            }
        }
        takes.deleteAll(there.values());
        takes.flush();
        // Nothing written is looked at again: each later write in the same transaction would compare it with the database.
        kept.forEach(entities::detach);
    }

    /** What reviewers wrote on each of these tools, as it can be written again, in the panel's order; none is missing. */
    public Map<UUID, List<TakeContent>> contents(Collection<UUID> tools) {
        Map<UUID, List<TakeContent>> contents = new HashMap<>();
        tools.forEach(tool -> contents.put(tool, new ArrayList<>()));
        query.ofTools(tools).forEach(take -> contents.getOrDefault(take.toolId(), List.of()).add(take.content()));
        return contents;
    }

    /** Lets the takes of a tool be another one's, as far as their reviewers have not spoken on that one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(UUID from, UUID to) {
        query.handOver(from, to);
    }

    /** All reviewers, in the panel's order. */
    public List<ReviewerView> reviewers() {
        return query.reviewers();
    }

    /** All reviewers with what their takes add up to, in the panel's order. It is reckoned every minute. */
    public List<ReviewerRecord> records() {
        return query.records();
    }

    /** One reviewer with what the takes add up to, which is reckoned every minute. */
    public Optional<ReviewerRecord> record(Slug reviewer) {
        return query.record(reviewer);
    }

    /** The takes of each of these tools, in the panel's order; a tool without takes is missing. */
    public Map<UUID, List<TakeView>> takes(Collection<UUID> tools) {
        return query.ofTools(tools).stream().collect(Collectors.groupingBy(TakeView::toolId));
    }

    /**
     * What one reviewer has said on published tools, the highest score first.
     *
     * @param from where they begin, as the page before said; any other text means the first
     * @param limit so many at most
     */
    public TakePage takesBy(Slug reviewer, String from, int limit) {
        return query.ofReviewer(reviewer, TakeCursor.parse(from).orElse(TakeCursor.START), limit);
    }

    /** What the panels of these tools say; a tool without takes is missing. */
    public Map<UUID, PanelVerdict> verdicts(Collection<UUID> tools) {
        return query.verdicts(tools);
    }

    /** The scores of each of these tools by the reviewer's name, in the panel's order; a tool without scores is missing. */
    public Map<UUID, Map<String, Integer>> scores(Collection<UUID> tools) {
        return query.scores(tools);
    }

    /**
     * The published tools of a kind: those with at least so many scores, and those with fewer.
     *
     * @param most so many of the former at most
     * @param mostBarely so many of the latter at most
     */
    public Ranked ranked(String kind, int leastScores, int most, int mostBarely) {
        return query.ranked(kind, leastScores, most, mostBarely);
    }

    /** What each reviewer gives each of these tools, in the panel's order; a tool without takes is missing. */
    public Map<UUID, List<Mark>> marks(Collection<UUID> tools) {
        return query.marks(tools).stream().collect(Collectors.groupingBy(Mark::toolId));
    }
}
