package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Shelf;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.desk.tools.ShelvesView.Conflict;
import io.shiporskip.desk.tools.ShelvesView.Row;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What tools are sorted by: makers, categories and kinds. */
@Controller
class ShelvesController {

    private static final String PATH = "/desk/shelves";
    private static final int SUGGESTIONS = 8;
    private static final int MAKERS = 50;

    private final Shelves shelves;
    private final ShelfKeeping keeping;

    ShelvesController(Shelves shelves, ShelfKeeping keeping) {
        this.shelves = shelves;
        this.keeping = keeping;
    }

    @GetMapping(PATH)
    ModelAndView page(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("desk/tools/shelves", "view", view(q, "", null));
    }

    /** What somebody may mean who has typed some letters. */
    @GetMapping(PATH + "/{shelf}/names")
    ModelAndView names(@PathVariable Shelf shelf, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("desk/tools/parts :: names", "names", shelves.like(shelf, clean(q), SUGGESTIONS));
    }

    /** Adds one, or changes the one that is named. */
    @PostMapping(PATH + "/{shelf}")
    ModelAndView keep(@PathVariable Shelf shelf, @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String version, @RequestParam(defaultValue = "") String over,
            ShelfForm form,
            @AuthenticationPrincipal Editor editor, Htmx htmx) {
        boolean changed = true;
        try {
            if (slug.isEmpty()) {
                keeping.add(shelf, form, editor);
            } else {
                changed = keeping.change(shelf, slug, over.isEmpty() ? version : over, form, editor);
            }
        } catch (ShelfChanged meanwhile) {
            ModelAndView page = new ModelAndView(
                    htmx.request() ? "desk/tools/shelves :: conflict" : "desk/tools/shelves", "view",
                    view("", "", new Conflict(shelf, new Row(slug, form), meanwhile.theirs())));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        } catch (DuplicateKeyException _) {
            throw new NotPossible("There is a " + shelf.word() + " of that name already.");
        }
        return htmx.request()
                ? new ModelAndView("desk/tools/shelves :: part", "view",
                        view("", form.name() + (slug.isEmpty() ? " is added."
                                : changed ? " is changed." : " says that already."), null))
                : Redirects.seeOther(PATH);
    }

    private ShelvesView view(String words, String done, @Nullable Conflict conflict) {
        return new ShelvesView(clean(words),
                shelves.makers(clean(words), MAKERS).stream().map(one -> new Row(one.slug(), ShelfForm.of(one)))
                        .toList(),
                shelves.categories().stream().map(one -> new Row(one.slug(), ShelfForm.of(one))).toList(),
                shelves.kinds().stream().map(one -> new Row(one.slug(), ShelfForm.of(one))).toList(), done, conflict);
    }

    private static String clean(String words) {
        return words.strip();
    }
}
