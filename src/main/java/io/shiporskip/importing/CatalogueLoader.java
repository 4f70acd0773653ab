package io.shiporskip.importing;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.panel.Panel;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Set;

/** Puts what is new in a catalogue folder into the catalogue. What is there already, by slug, stays as it is. */
@Component
class CatalogueLoader {

    private static final Reason LOADED = Reason.of(Author.SITE, "Loaded from the catalogue files");

    private final Publications publications;
    private final Shelves shelves;
    private final Tools tools;
    private final Panel panel;
    private final LoadLock lock;

    CatalogueLoader(Publications publications, Shelves shelves, Tools tools, Panel panel, LoadLock lock) {
        this.publications = publications;
        this.shelves = shelves;
        this.tools = tools;
        this.panel = panel;
        this.lock = lock;
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
        lock.await();
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
}
