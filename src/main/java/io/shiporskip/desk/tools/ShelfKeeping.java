package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Shelf;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.desk.Audit;
import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Addresses;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adds and changes makers, categories and kinds, each with its row of the audit. */
@Component
class ShelfKeeping {

    private final Shelves shelves;
    private final Audit audit;

    ShelfKeeping(Shelves shelves, Audit audit) {
        this.shelves = shelves;
        this.audit = audit;
    }

    /** @throws NotPossible when something is missing, or there is one of that name */
    @Transactional
    public void add(Shelf shelf, ShelfForm form, Editor by) {
        check(shelf, form);
        Slug slug = Addresses.slugOf(form.name())
                .orElseThrow(() -> new NotPossible("Give it a name with letters of A to Z or digits."));
        if (shelves.find(shelf, slug.value()).isPresent()) {
            throw new NotPossible("There is a " + shelf.word() + " of that name already.");
        }
        switch (shelf) {
            case MAKER -> shelves.addMaker(slug, form.name(), form.website());
            case CATEGORY -> shelves.addCategory(slug, form.name(), form.description());
            case KIND -> shelves.addKind(slug, form.name(), form.plural(), form.job());
        }
        audit.note(by, "added the " + shelf.word(), about(shelf, slug, form), "", Map.of());
    }

    /**
     * Says something else of one; what says the same already is left alone.
     *
     * @param read the {@linkplain ShelfForm#version() version} that was read
     * @return whether that was something else
     * @throws ShelfChanged when somebody else has changed it since
     * @throws NotPossible when something is missing, or there is no such one
     */
    @Transactional
    public boolean change(Shelf shelf, String slug, String read, ShelfForm form, Editor by) {
        check(shelf, form);
        Slug known = Slug.parse(slug).orElseThrow(() -> gone(shelf));
        if (!shelves.lock(shelf, known)) {
            throw gone(shelf);
        }
        ShelfForm before = before(shelf, known);
        if (before.equals(form)) {
            return false;
        }
        if (!before.version().equals(read)) {
            throw new ShelfChanged(before);
        }
        boolean changed = switch (shelf) {
            case MAKER -> shelves.changeMaker(known, form.name(), form.website());
            case CATEGORY -> shelves.changeCategory(known, form.name(), form.description());
            case KIND -> shelves.changeKind(known, form.name(), form.plural(), form.job());
        };
        if (!changed) {
            throw gone(shelf);
        }
        audit.note(by, "changed the " + shelf.word(), about(shelf, known, form), "", changes(shelf, before, form));
        return true;
    }

    private ShelfForm before(Shelf shelf, Slug slug) {
        return (switch (shelf) {
            case MAKER -> shelves.maker(slug).map(ShelfForm::of);
            case CATEGORY -> shelves.category(slug).map(ShelfForm::of);
            case KIND -> shelves.kind(slug).map(ShelfForm::of);
        }).orElseThrow(() -> gone(shelf));
    }

    private static Map<String, String> changes(Shelf shelf, ShelfForm before, ShelfForm now) {
        Map<String, String> changes = new LinkedHashMap<>();
        Map<String, String> old = before.texts(shelf);
        now.texts(shelf).forEach((field, text) -> {
            if (!text.equals(old.get(field))) {
                changes.put(field, old.get(field) + " → " + text);
            }
        });
        return changes;
    }

    private static void check(Shelf shelf, ShelfForm form) {
        require(!form.name().isEmpty(), "Give it a name.");
        switch (shelf) {
            case MAKER -> require(Addresses.isHttps(form.website()), "Give a page that begins with https://.");
            case CATEGORY -> require(!form.description().isEmpty(), "Say in a sentence what stands there.");
            case KIND -> {
                require(!form.plural().isEmpty(), "Say how several are called.");
                require(!form.job().isEmpty(), "Say what such a tool does.");
            }
        }
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw new NotPossible(sentence);
        }
    }

    private static NotPossible gone(Shelf shelf) {
        return new NotPossible("There is no such " + shelf.word() + " any more.");
    }

    private static Audit.About about(Shelf shelf, Slug slug, ShelfForm form) {
        return new Audit.About(shelf.word(), slug.value(), form.name());
    }
}
