package io.shiporskip.site;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.platform.Redirects;
import io.shiporskip.search.Criteria;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import io.shiporskip.site.FinderView.Heading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The lists of tools: all of them, those that somebody looks for, and those on one shelf. */
@Controller
class ToolListController {

    private static final String VIEW = "view";

    private final Shelves shelves;
    private final Finder finder;

    ToolListController(Shelves shelves, Finder finder) {
        this.shelves = shelves;
        this.finder = finder;
    }

    @GetMapping("/tools")
    ModelAndView all(@RequestParam MultiValueMap<String, String> parameters, Htmx htmx, HttpServletRequest request,
            HttpServletResponse response) {
        Criteria criteria = criteria(parameters);
        Heading heading = new Heading("Tools", null, null, null);
        return page(criteria.equals(Criteria.EVERYTHING) ? finder.shelf(heading, criteria)
                : finder.find(heading, "/tools", criteria), htmx, request, response);
    }

    @GetMapping("/search")
    ModelAndView search(@RequestParam MultiValueMap<String, String> parameters, Htmx htmx,
            HttpServletRequest request, HttpServletResponse response) {
        return page(finder.find(new Heading("Search", null, null, null), "/search", criteria(parameters)), htmx,
                request, response);
    }

    @GetMapping("/categories/{slug}")
    ModelAndView category(@PathVariable String slug) {
        return shelf("categories", "category", slug, parsed -> shelves.category(parsed)
                .map(category -> new Heading(category.name(), category.description(), "Category", null)));
    }

    @GetMapping("/kinds/{slug}")
    ModelAndView kind(@PathVariable String slug) {
        return shelf("kinds", "kind", slug, parsed -> shelves.kind(parsed)
                .map(kind -> new Heading(kind.plural(), "Each " + kind.job() + ".", "Kind", null)));
    }

    @GetMapping("/makers/{slug}")
    ModelAndView maker(@PathVariable String slug) {
        return shelf("makers", "maker", slug, parsed -> shelves.maker(parsed)
                .map(maker -> new Heading(maker.name(), null, "Maker", maker.website())));
    }

    private ModelAndView shelf(String path, String filter, String slug, Function<Slug, Optional<Heading>> find) {
        Slug parsed = Slug.parse(slug.toLowerCase(Locale.ROOT)).orElseThrow(UnknownPage::new);
        Heading heading = find.apply(parsed).orElseThrow(UnknownPage::new);
        return parsed.value().equals(slug)
                ? new ModelAndView("site/tools", VIEW,
                        finder.shelf(heading, Criteria.EVERYTHING.with(filter, parsed.value())))
                : Redirects.permanent("/" + path + "/" + parsed);
    }

    /** HTMX changes the list in place, and the address with it: the one without the fields that are empty. */
    private ModelAndView page(FinderView view, Htmx htmx, HttpServletRequest request, HttpServletResponse response) {
        finder.noteIfMissed(view, request);
        if (htmx.request()) {
            response.setHeader("HX-Push-Url", view.path() + view.criteria().query());
            return new ModelAndView("site/finder", VIEW, view);
        }
        return new ModelAndView("site/tools", VIEW, view).addObject("noindex", view.unlisted());
    }

    private static Criteria criteria(MultiValueMap<String, String> parameters) {
        return Criteria.of(name -> parameters.getOrDefault(name, List.of()));
    }
}
