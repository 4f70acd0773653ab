package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Shelf;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.editorial.Difference;
import io.shiporskip.editorial.Drafts;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.Neighbours;
import io.shiporskip.editorial.Part;
import io.shiporskip.editorial.Problem;
import io.shiporskip.editorial.SavedMeanwhile;
import io.shiporskip.editorial.SheetForm;
import io.shiporskip.editorial.TakeForm;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Opens drafts, and makes the pages that show their parts and answer what was saved. */
@Component
class WorkPages {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter
            .ofPattern("d MMMM, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    /** So many of a shelf are offered where they cannot be asked for while one types. */
    private static final int OFFERED = 200;

    private final Drafts drafts;
    private final Neighbours neighbours;
    private final Shelves shelves;
    private final Panel panel;

    WorkPages(Drafts drafts, Neighbours neighbours, Shelves shelves, Panel panel) {
        this.drafts = drafts;
        this.neighbours = neighbours;
        this.shelves = shelves;
        this.panel = panel;
    }

    /** What an address leads to; 404 where that is nothing. */
    Manuscript open(String key) {
        return drafts.open(key).orElseThrow(WorkPages::nothing);
    }

    /** The same, or under an id that nothing has yet a new tool. */
    Manuscript openOrFresh(String key) {
        return drafts.open(key).orElseGet(() -> drafts.fresh(id(key)));
    }

    /** Answers 404 where the panel has no such reviewer. */
    void requireReviewer(Manuscript work, String reviewer) {
        if (work.take(reviewer).isEmpty()) {
            throw nothing();
        }
    }

    /** The sheet or a take as it stands. */
    WorkView view(Manuscript work, @Nullable String reviewer, boolean check) {
        Part<TakeForm> take = reviewer == null ? null : work.take(reviewer).orElseThrow(WorkPages::nothing);
        return view(work, reviewer, work.sheet().form(), take == null ? null : take.form(),
                take == null ? work.sheet().version() : take.version(), UUID.randomUUID(),
                check ? drafts.problems(work) : List.of(), null, true);
    }

    /** What was saved: the way that was asked for, or the page again. */
    ModelAndView saved(String key, @Nullable String reviewer, Typing typing, Htmx htmx, HttpServletResponse response) {
        Manuscript work = openOrFresh(key);
        WorkView view = view(work, reviewer, work.sheet().form(),
                reviewer == null ? null : work.take(reviewer).orElseThrow(WorkPages::nothing).form(),
                reviewer == null ? work.sheet().version()
                        : work.take(reviewer).orElseThrow(WorkPages::nothing).version(),
                typing.writer(), List.of(), null, false);
        String next = typing.next(view.path());
        if (!htmx.request()) {
            return Redirects.seeOther(next == null ? view.action() + fresh(work) + typing.anchor() : next);
        }
        if (next != null) {
            response.setHeader("HX-Redirect", next);
        } else if (work.published() == null && work.draft()) {
            response.setHeader("HX-Replace-Url", view.action());
        }
        if (typing.rows().isEmpty()) {
            return new ModelAndView("desk/tools/parts :: saved", "view", view);
        }
        response.setHeader("HX-Retarget", "#" + typing.rows());
        return new ModelAndView("desk/tools/parts :: " + typing.rows(), "view", view).addObject("row", typing.row());
    }

    /** What was typed beside what somebody else has saved. Nothing of it was kept yet but in the form. */
    ModelAndView conflict(String key, @Nullable String reviewer, @Nullable SheetForm sheet, @Nullable TakeForm take,
            Typing typing, SavedMeanwhile meanwhile, Htmx htmx) {
        Manuscript work = openOrFresh(key);
        Part.Change change = meanwhile.theirs().changed();
        Map<String, String> typed = sheet != null ? sheet.texts() : take == null ? Map.of() : take.texts();
        ConflictView conflict = new ConflictView(change == null ? "Somebody" : change.by(),
                change == null ? "meanwhile" : "on " + MOMENT.format(change.at()), meanwhile.theirs().version(),
                Difference.between(meanwhile.texts(), typed).changes());
        WorkView view = view(work, reviewer, sheet == null ? work.sheet().form() : sheet, take, typing.version(),
                typing.writer(), List.of(), conflict, !htmx.request());
        ModelAndView page = new ModelAndView(htmx.request() ? "desk/tools/parts :: conflict" : page(reviewer), "view",
                view);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** The template of a part. */
    static String page(@Nullable String reviewer) {
        return reviewer == null ? "desk/tools/sheet" : "desk/tools/take";
    }

    /** The id that an address names; 404 where it is none. */
    static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException _) {
            throw nothing();
        }
    }

    private WorkView view(Manuscript work, @Nullable String reviewer, SheetForm sheet, @Nullable TakeForm take,
            String version, UUID writer, List<Problem> problems, @Nullable ConflictView conflict, boolean whole) {
        List<ReviewerView> reviewers = panel.reviewers();
        ReviewerView open = reviewers.stream().filter(one -> one.slug().equals(reviewer)).findFirst().orElse(null);
        Map<Shelf, String> names = new EnumMap<>(Shelf.class);
        if (open == null) {
            Slug.parse(sheet.maker()).flatMap(shelves::maker)
                    .ifPresent(maker -> names.put(Shelf.MAKER, maker.name()));
            Slug.parse(sheet.category()).flatMap(shelves::category)
                    .ifPresent(category -> names.put(Shelf.CATEGORY, category.name()));
            Slug.parse(sheet.kind()).flatMap(shelves::kind).ifPresent(kind -> names.put(Shelf.KIND, kind.name()));
        }
        return new WorkView(work, open, sheet, take, version, writer, reviewers, names, offered(open, whole), problems,
                neighbours.warnings(work), conflict);
    }

    private Map<Shelf, List<Shelves.Named>> offered(@Nullable ReviewerView open, boolean whole) {
        Map<Shelf, List<Shelves.Named>> offered = new EnumMap<>(Shelf.class);
        if (whole && open == null) {
            for (Shelf shelf : Shelf.values()) {
                offered.put(shelf, shelves.like(shelf, "", OFFERED));
            }
        }
        return offered;
    }

    private static String fresh(Manuscript work) {
        return work.published() == null && !work.draft() ? "?new=yes" : "";
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
