package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import jakarta.persistence.EntityManager;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tools of the catalogue. Whatever is read as a view is published; contents are what editors wrote, published or not. */
@Component
public class Tools {

    /** The constraint of the database that no two tools have one slug. */
    private static final String ONE_SLUG = "tool_slug_key";

    private final ToolRepository tools;
    private final MakerRepository makers;
    private final CategoryRepository categories;
    private final KindRepository kinds;
    private final ToolQuery query;
    private final ContentQuery contents;
    private final FormerSlugs formerSlugs;
    private final EntityManager entities;

    Tools(ToolRepository tools, MakerRepository makers, CategoryRepository categories, KindRepository kinds,
            ToolQuery query, ContentQuery contents, FormerSlugs formerSlugs, EntityManager entities) {
        this.tools = tools;
        this.makers = makers;
        this.categories = categories;
        this.kinds = kinds;
        this.query = query;
        this.contents = contents;
        this.formerSlugs = formerSlugs;
        this.entities = entities;
    }

    /**
     * Puts a tool into the catalogue.
     *
     * @return its id
     * @throws IllegalArgumentException when maker, category or kind is not in the catalogue
     * @throws SlugTaken when the slug is another tool's, or was
     */
    @Transactional
    public UUID add(ToolContent tool) {
        if (!taken(List.of(tool.slug())).isEmpty()) {
            throw new SlugTaken(tool.slug());
        }
        return write(new Tool(tool, maker(tool), category(tool), kind(tool)), tool.slug());
    }

    /**
     * Makes a tool say this, all of it. When its slug changes, the one before keeps leading to it.
     *
     * @throws IllegalArgumentException when there is no such tool, or its maker, category or kind is not in the catalogue
     * @throws SlugTaken when the slug is another one's, or was
     */
    @Transactional
    public void change(UUID id, ToolContent content) {
        Tool tool = tools.findById(id).orElseThrow(() -> new IllegalArgumentException("there is no tool " + id));
        Slug before = new Slug(tool.slug());
        if (!before.equals(content.slug())) {
            formerSlugs.rename(id, before, content.slug());
        }
        tool.write(content, maker(content), category(content), kind(content));
        write(tool, content.slug());
    }

    /** Nothing written is looked at again: each later write in the same transaction would compare it with the database. */
    private UUID write(Tool tool, Slug slug) {
        try {
            UUID id = tools.saveAndFlush(tool).id();
            entities.detach(tool);
            return id;
        } catch (DataIntegrityViolationException e) {
            // Two who give the same slug at the same moment both find it free.
            if (String.valueOf(e.getMessage()).contains(ONE_SLUG)) {
                throw new SlugTaken(slug, e);
            }
            throw e;
        }
    }

    /** All that the catalogue holds of these tools, published or not. */
    public Map<UUID, ToolContent> contents(Collection<UUID> ids) {
        return contents.of(ids);
    }

    /** The ids of the tools that bear these slugs today, published or not. */
    public Map<Slug, UUID> idsOf(Collection<Slug> slugs) {
        return contents.idsOf(slugs);
    }

    /**
     * The ids of the tools whose slugs follow one, in the order of the slugs, published or not, withdrawn ones left out.
     *
     * @param slug where the page before ended; empty for the first
     * @param limit so many at most
     */
    public List<UUID> idsAfter(String slug, int limit) {
        return contents.idsAfter(slug, limit);
    }

    /**
     * Keeps these tools as they are until the end of the transaction: no vote is cast on them, and nobody changes them. All who
     * lock several do it in one order.
     *
     * @return those of them that are there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> lock(Collection<UUID> ids) {
        return contents.lock(ids);
    }

    /** Takes a tool out of the catalogue for good, after what is to stay of it has gone over to another one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mergeInto(UUID into, UUID gone) {
        formerSlugs.handOver(gone, into);
    }

    /** All tools, by name. */
    public List<ToolView> all() {
        return query.all();
    }

    /** The tools with these ids, by name. */
    public List<ToolView> byIds(Collection<UUID> ids) {
        return query.byIds(ids);
    }

    /** The tools of these makers by name, so many of each at most; entries about a product go before others. */
    public List<ToolView> ofMakers(Collection<String> makers, int limit) {
        return query.ofMakers(makers, limit);
    }

    /** The tools under these slugs with plans and facts, former slugs included, in no particular order. */
    public List<ToolSheetView> sheets(Collection<Slug> slugs) {
        return query.sheets(slugs);
    }

    /** The tools with these ids with plans and facts, in no particular order. */
    public List<ToolSheetView> sheetsByIds(Collection<UUID> ids) {
        return query.sheetsByIds(ids);
    }

    /** The slug that a tool bears today which once bore this one. */
    public Optional<Slug> currentSlug(Slug former) {
        return query.currentSlug(former);
    }

    /** Which of the slugs belong, or once belonged, to a tool, published or not. */
    public Set<Slug> taken(Collection<Slug> slugs) {
        return query.taken(slugs.stream().map(Slug::value).toList()).stream().map(Slug::new)
                .collect(Collectors.toSet());
    }

    private Maker maker(ToolContent tool) {
        return makers.findBySlug(tool.maker().value()).orElseThrow(() -> unknown("maker", tool.maker()));
    }

    private Category category(ToolContent tool) {
        return categories.findBySlug(tool.category().value())
                .orElseThrow(() -> unknown("category", tool.category()));
    }

    private Kind kind(ToolContent tool) {
        return kinds.findBySlug(tool.kind().value()).orElseThrow(() -> unknown("kind", tool.kind()));
    }

    private static IllegalArgumentException unknown(String what, Slug slug) {
        return new IllegalArgumentException("there is no " + what + " " + slug);
    }
}
