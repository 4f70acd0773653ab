package io.shiporskip.newsletter;

import io.shiporskip.platform.AtomFeed;
import io.shiporskip.platform.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.util.List;

/** The editions that were sent, for everybody to read: a list, a page for each, and a feed. */
@Controller
class EditionController {

    private static final String FEED = "/newsletter/feed.xml";
    private static final String ARCHIVE = "/newsletter/editions";
    private static final int IN_FEED = 20;

    private final Editions editions;
    private final SiteAddress site;
    private final LetterTemplates templates;

    EditionController(Editions editions, SiteAddress site, LetterTemplates templates) {
        this.editions = editions;
        this.site = site;
        this.templates = templates;
    }

    /**
     * The list of editions.
     *
     * @param editions the latest first
     * @param older the number before which the next page begins, or nothing where this is the last
     * @param latest whether the latest edition is on this page
     */
    public record ArchiveView(List<EditionView.Line> editions, @Nullable Integer older, boolean latest) {}

    @GetMapping(ARCHIVE)
    ModelAndView archive(@RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before) {
        List<EditionView.Line> lines = editions.before(before, Editions.PAGE).stream().map(EditionView::line).toList();
        Integer older = lines.size() < Editions.PAGE || lines.getLast().number() == 1 ? null
                : lines.getLast().number();
        return new ModelAndView("newsletter/editions", "view",
                new ArchiveView(lines, older, before == Integer.MAX_VALUE)).addObject("feed", FEED);
    }

    @GetMapping(ARCHIVE + "/{number:[1-9][0-9]{0,8}}")
    ModelAndView edition(@PathVariable int number) {
        EditionView edition = editions.byNumber(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("newsletter/edition", "view", edition)
                .addObject("next", editions.has(number + 1)).addObject("feed", FEED);
    }

    @GetMapping(FEED)
    AtomFeed feed() {
        List<AtomFeed.Entry> entries = editions.before(Integer.MAX_VALUE, IN_FEED).stream()
                .map(edition -> new AtomFeed.Entry(site.of(edition.path()), edition.headline(), edition.composedAt(),
                        edition.composedAt(), edition.week().text(), templates.article(edition)))
                .toList();
        return new AtomFeed("Weekly AI Tool Verdicts", "The newest verdicts of Ship or Skip, once a week.",
                site.of(FEED), site.of(ARCHIVE), "Ship or Skip",
                entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated(), entries);
    }
}
