package io.shiporskip.site;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Comparisons.KindDecision;
import io.shiporskip.comparisons.Duel;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Locale;

/** Which tool of a kind to ship with. */
@Controller
class KindDecisionController {

    private final Shelves shelves;
    private final Comparisons comparisons;
    private final Deciding deciding;

    KindDecisionController(Shelves shelves, Comparisons comparisons, Deciding deciding) {
        this.shelves = shelves;
        this.comparisons = comparisons;
        this.deciding = deciding;
    }

    /**
     * The page of a kind's decision.
     *
     * @param kind the kind
     * @param of the decision with what was not weighed
     */
    record KindDecisionView(KindView kind, KindDecision of) {

        /** "coding agent". */
        public String word() {
            return kind.name().toLowerCase(Locale.ENGLISH);
        }

        /** A tool that fewer reviewers scored is not weighed. */
        public int leastRoles() {
            return Duel.LEAST_ROLES;
        }

        /** How many tools with enough scores were not weighed, because others have better ones. */
        public int beyond() {
            return Math.max(0, of.scored() - Comparisons.MOST_OF_KIND);
        }
    }

    @GetMapping("/kinds/{slug}/decide")
    ModelAndView decide(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters, Htmx htmx,
            HttpServletRequest request, HttpServletResponse response) {
        KindView kind = Slug.parse(slug.toLowerCase(Locale.ROOT)).flatMap(shelves::kind)
                .orElseThrow(UnknownPage::new);
        String path = "/kinds/" + kind.slug() + "/decide";
        if (!kind.slug().equals(slug)) {
            return Redirects.permanent(path);
        }
        DecideForm form = deciding.read(parameters);
        KindDecision found = comparisons.decide(kind, form.roles(), form.weights(), form.limits());
        DecideView view = new DecideView(path, "", form, found.decision());
        if (htmx.request()) {
            return deciding.fragment(view, request, response);
        }
        return deciding.page(new ModelAndView("site/decide", "view",
                new KindDecisionView(kind, found)), view, request);
    }
}
