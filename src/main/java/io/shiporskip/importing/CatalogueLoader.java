package io.shiporskip.importing;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
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

    private static final Reason LOADED = Reason.of(Author.SITE, "Loaded from the catalogue files");

    private final Publications publications;
    private final Shelves shelves;
    private final Tools tools;
    private final Panel panel;
    private final JdbcClient jdbc;

    CatalogueLoader(Publications publications, Shelves shelves, Tools tools, Panel panel, JdbcClient jdbc) {
        this.publications = publications;
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
     * @param published tools that readers now find, from files or not
     */
    record Loaded(int added, int present, int published) {}

    /** Loads the content, all of it or nothing. */
    @Transactional
    public Loaded load(CatalogueContent content) {
        waitForOtherLoads();
        content.makers().forEach(maker -> shelves.addMaker(maker.slug(), maker.name(), maker.website()));
        content.categories()
                .forEach(category -> shelves.addCategory(category.slug(), category.name(), category.description()));
        content.kinds().forEach(kind -> shelves.addKind(kind.slug(), kind.name(), kind.plural(), kind.job()));
        content.reviewers().forEach(reviewer -> panel.addReviewer(reviewer.slug(), reviewer.name(), reviewer.motto(),
                reviewer.statement()));
        Set<Slug> taken = tools.taken(content.tools().stream().map(entry -> entry.tool().slug()).toList());
        int added = 0;
        for (Dossier entry : content.tools()) {
            if (!taken.contains(entry.tool().slug())) {
                publications.add(entry, LOADED);
                added++;
            }
        }
        return new Loaded(added, taken.size(), tools.all().size());
    }

    /** Asks again and again, because a statement that waits for longer than a page may is taken for a hung database. */
    private void waitForOtherLoads() {
        while (!jdbc.sql("select pg_try_advisory_xact_lock(:key)").param("key", ONE_LOAD_AT_A_TIME)
                .query(Boolean.class).single()) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the load was interrupted", e);
            }
        }
    }
}
