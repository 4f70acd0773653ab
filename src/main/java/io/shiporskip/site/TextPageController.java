package io.shiporskip.site;

import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Duel;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.comparisons.Weights;
import io.shiporskip.panel.Standing;
import io.shiporskip.shared.WilsonInterval;
import io.shiporskip.visitors.VisitorProperties;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.VoteProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages in words. The numbers in them are the code's own. */
@Controller
class TextPageController {

    /**
     * The numbers of the method.
     *
     * @param leastLead under so many points a comparison is too close to call
     * @param leastRoles fewer common roles decide nothing
     * @param mostTools so many tools stand side by side at most
     * @param mostWeight a reader gives a reviewer so much weight at most
     * @param mostOfKind so many tools of a kind are weighed at most
     * @param enoughVotes from so many votes on a share is shown
     * @param countedPerNetwork so many first votes on a tool are counted from one network
     * @param windowMinutes within so many minutes
     * @param changesAMinute more votes and bookmarks than this a minute are refused
     * @param contestedFrom from here on a tool with a panel of one voice is contested
     * @param dissentPoints so many points from the others make a take a dissent
     * @param weekDays how many days the comparisons of the week are of
     * @param leastOpenings so often a comparison was opened at least that stands there for it
     * @param mostBeside so many stand beside a comparison for it at most
     * @param openingMinutes within so many minutes a network counts once for a comparison
     * @param openingsKeptDays for so many days the openings of a comparison are known
     * @param sevenOfSeven an example of the interval
     * @param eighteenOfTwentyFour an example of the interval
     * @param ninetyOfHundred an example of the interval
     */
    record MethodView(int leastLead, int leastRoles, int mostTools, int mostWeight, int mostOfKind, int enoughVotes,
            int countedPerNetwork,
            long windowMinutes, int changesAMinute, double contestedFrom, int dissentPoints, int weekDays,
            int leastOpenings, int mostBeside, int openingMinutes, int openingsKeptDays, WilsonInterval sevenOfSeven,
            WilsonInterval eighteenOfTwentyFour,
            WilsonInterval ninetyOfHundred) {}

    private final VoteProperties voting;
    private final VisitorProperties visiting;

    TextPageController(VoteProperties voting, VisitorProperties visiting) {
        this.voting = voting;
        this.visiting = visiting;
    }

    @GetMapping("/method")
    String method(Model model) {
        model.addAttribute("view",
                new MethodView(Duel.LEAST_LEAD, Duel.LEAST_ROLES, Lineup.MOST, Weights.MOST, Comparisons.MOST_OF_KIND,
                        Tally.ENOUGH,
                        voting.countedPerNetwork(), voting.window().toMinutes(), visiting.changesAMinute(),
                        HomeView.CONTESTED_FROM, Standing.LEAST_POINTS, Comparisons.WEEK, Comparisons.LEAST_OPENINGS,
                        Comparisons.RELATED_BY_OPENING,
                        Comparisons.OPENING_COUNTS_ONCE_IN_MINUTES, Comparisons.OPENINGS_KEPT_DAYS,
                        WilsonInterval.of(7, 7), WilsonInterval.of(18, 24), WilsonInterval.of(90, 100)));
        return "site/method";
    }

    @GetMapping("/about")
    String about() {
        return "site/about";
    }
}
