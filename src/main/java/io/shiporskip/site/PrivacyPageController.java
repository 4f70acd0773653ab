package io.shiporskip.site;

import io.shiporskip.bookmarks.Bookmarks;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.newsletter.SignUpView;
import io.shiporskip.newsletter.Subscribers;
import io.shiporskip.platform.Unprocessable;
import io.shiporskip.search.Search;
import io.shiporskip.visitors.Visitor;
import io.shiporskip.visitors.Visitors;
import io.shiporskip.votes.VoteProperties;
import io.shiporskip.votes.Votes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;

/** What is stored about a visitor, and the button that erases it. */
@Controller
class PrivacyPageController {

    private final Visitors visitors;
    private final Votes votes;
    private final Bookmarks bookmarks;
    private final VoteProperties voting;

    PrivacyPageController(Visitors visitors, Votes votes, Bookmarks bookmarks, VoteProperties voting) {
        this.visitors = visitors;
        this.votes = votes;
        this.bookmarks = bookmarks;
        this.voting = voting;
    }

    /**
     * What a page on privacy knows of the one who reads it.
     *
     * @param visitor whether there is a visitor
     * @param erased what was just erased, or nothing
     * @param windowMinutes for how many minutes a vote's network is known
     * @param openingsKeptDays for how many days openings of a comparison are known
     * @param openingMinutes for how many minutes a network counts once
     * @param missedKeptDays for how many days a term is known for which nothing was found
     * @param confirmHours for how many hours a subscriber can confirm
     * @param leftKeptDays for how many days the address of a subscriber is known who has left
     */
    record PrivacyView(boolean visitor, @Nullable Stored erased, long windowMinutes, int openingsKeptDays,
            int openingMinutes, int missedKeptDays, int confirmHours, int leftKeptDays) {}

    @GetMapping("/privacy")
    ModelAndView privacy(HttpServletRequest request) {
        return page(visitors.known(request).isPresent(), null);
    }

    /**
     * Erases everything of this visitor, and only then takes the cookie: where the database fails, the same can be asked
     * again. The answer is a page of its own, because whoever asks has no cookie any more that could remember it.
     */
    @PostMapping("/privacy/erasure")
    ModelAndView erase(HttpServletRequest request, HttpServletResponse response) {
        if (!"yes".equals(request.getParameter("sure"))) {
            throw new Unprocessable("Nothing was erased",
                    "Go back, tick the box to say that nobody can undo it, and press the button again.");
        }
        Optional<Visitor> visitor = visitors.known(request);
        Stored erased = visitor.map(known -> new Stored(votes.erase(known), bookmarks.erase(known)))
                .orElse(new Stored(0, 0));
        visitors.forget(request, response);
        return page(false, erased);
    }

    private ModelAndView page(boolean visitor, @Nullable Stored erased) {
        return new ModelAndView("site/privacy", "view",
                new PrivacyView(visitor, erased, voting.window().toMinutes(), Comparisons.OPENINGS_KEPT_DAYS,
                        Comparisons.OPENING_COUNTS_ONCE_IN_MINUTES, Search.MISSED_KEPT_DAYS, SignUpView.LINK_HOURS,
                        Subscribers.KEPT_DAYS_AFTER_LEAVING));
    }
}
