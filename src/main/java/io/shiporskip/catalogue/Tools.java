package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tools of the catalogue. Whatever is read here is published; what is not published is not there. */
@Component
public class Tools {

    private final ToolRepository tools;
    private final MakerRepository makers;
    private final CategoryRepository categories;
    private final KindRepository kinds;
    private final ToolQuery query;

    Tools(ToolRepository tools, MakerRepository makers, CategoryRepository categories, KindRepository kinds,
            ToolQuery query) {
        this.tools = tools;
        this.makers = makers;
        this.categories = categories;
        this.kinds = kinds;
        this.query = query;
    }

    /**
     * Puts a tool into the catalogue.
     *
     * @return its id
     * @throws IllegalArgumentException when maker, category or kind is not in the catalogue
     */
    @Transactional
    public UUID add(ToolContent tool) {
        return tools.saveAndFlush(new Tool(tool,
                makers.findBySlug(tool.maker().value()).orElseThrow(() -> unknown("maker", tool.maker())),
                categories.findBySlug(tool.category().value()).orElseThrow(() -> unknown("category", tool.category())),
                kinds.findBySlug(tool.kind().value()).orElseThrow(() -> unknown("kind", tool.kind())))).id();
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

    private static IllegalArgumentException unknown(String what, Slug slug) {
        return new IllegalArgumentException("there is no " + what + " " + slug);
    }
}
