package io.shiporskip.importing;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.importing.CatalogueContent.ToolEntry;
import io.shiporskip.panel.Panel;
import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Set;

/** Puts what is new in a catalogue folder into the catalogue. What is there already, by slug, stays as it is. */
@Component
class CatalogueLoader {

    /** Any number will do, as long as all instances of the site ask for the same one. */
    private static final long ONE_LOAD_AT_A_TIME = 20261121_0001L;

    private final Shelves shelves;
    private final Tools tools;
    private final Panel panel;
    private final JdbcClient jdbc;

    CatalogueLoader(Shelves shelves, Tools tools, Panel panel, JdbcClient jdbc) {
        this.shelves = shelves;
        this.tools = tools;
        this.panel = panel;
        this.jdbc = jdbc;
    }

    /**
     * What a load did.
     *
     * @param added tools that were not there before
     * @param present tools that were there, or once were, and stay untouched
     */
    record Loaded(int added, int present) {}

    /** Loads the content, all of it or nothing. */
    @Transactional
    public Loaded load(CatalogueContent content) {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", ONE_LOAD_AT_A_TIME).query(row -> {});
        content.makers().forEach(maker -> shelves.addMaker(maker.slug(), maker.name(), maker.website()));
        content.categories()
                .forEach(category -> shelves.addCategory(category.slug(), category.name(), category.description()));
        content.kinds().forEach(kind -> shelves.addKind(kind.slug(), kind.name(), kind.plural(), kind.job()));
        content.reviewers().forEach(reviewer -> panel.addReviewer(reviewer.slug(), reviewer.name(), reviewer.motto(),
                reviewer.statement()));
        Set<Slug> taken = tools.taken(content.tools().stream().map(entry -> entry.tool().slug()).toList());
        int added = 0;
        for (ToolEntry entry : content.tools()) {
            if (!taken.contains(entry.tool().slug())) {
                var id = tools.add(entry.tool());
                entry.takes().forEach(take -> panel.add(id, take));
                added++;
            }
        }
        return new Loaded(added, taken.size());
    }
}
