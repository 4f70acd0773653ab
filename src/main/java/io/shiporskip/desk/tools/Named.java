package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Publications;
import io.shiporskip.search.Meant;
import io.shiporskip.search.Search;
import io.shiporskip.search.Suggestion;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the tool that an editor means. */
@Component
class Named {

    private static final int CANDIDATES = 5;

    private final Publications publications;
    private final Tools tools;
    private final Search search;

    Named(Publications publications, Tools tools, Search search) {
        this.publications = publications;
        this.tools = tools;
        this.search = search;
    }

    /**
     * What somebody typed, and what that may be.
     *
     * @param tool the tool that is meant; nothing while that is in doubt or nothing was typed
     * @param candidates the published tools that may be meant, best first
     */
    record Found(@Nullable Current tool, List<ToolView> candidates) {}

    /** The tool of an address, in whatever state; 404 where there is none. */
    Current at(String key) {
        return Slug.parse(key).flatMap(publications::current)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What is meant by a slug, or by the name of a published tool. */
    Found meant(String typed) {
        if (typed.isBlank()) {
            return new Found(null, List.of());
        }
        Optional<Current> bySlug = Slug.parse(typed.strip()).flatMap(publications::current);
        if (bySlug.isPresent()) {
            return new Found(bySlug.get(), List.of());
        }
        Meant meant = search.meant(typed, CANDIDATES);
        List<UUID> ids = meant.tools().stream().map(Suggestion::tool).toList();
        return meant.certain() ? new Found(publications.current(ids.getFirst()).orElse(null), List.of())
                : new Found(null, tools.byIds(ids));
    }
}
