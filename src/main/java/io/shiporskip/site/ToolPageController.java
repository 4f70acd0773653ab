package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.comparisons.Comparisons.Surroundings;
import io.shiporskip.editorial.PanelChange;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Dissent;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.TakeView;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One tool. */
@Controller
class ToolPageController {

    private final Tools tools;
    private final ToolPages pages;

    ToolPageController(Tools tools, ToolPages pages) {
        this.tools = tools;
        this.pages = pages;
    }

    /**
     * A tool's page.
     *
     * @param sheet the tool, its plans and facts
     * @param verdict what the panel says
     * @param tally what the community says
     * @param takes the panel
     * @param dissent the voice that stands furthest from the panel
     * @param claims statements with a date, the next due first
     * @param around its rivals, and what else its maker has here
     * @param changes how its verdict and scores changed, the latest first
     */
    record ToolPage(ToolSheetView sheet, PanelVerdict verdict, Tally tally, List<TakeView> takes,
            @Nullable Dissent dissent, List<DatedClaim> claims, Surroundings around,
            List<PanelChange> changes) {

        public ToolView tool() {
            return sheet.tool();
        }

        /** Who says what of it, on one scale. */
        public DisagreementView disagreement() {
            return new DisagreementView(takes.stream().map(Mark::of).toList(), verdict, tally);
        }

        /** What a reviewer is called here, by the slug. */
        public String reviewer(String slug) {
            return takes.stream().map(TakeView::reviewer).filter(one -> one.slug().equals(slug))
                    .map(ReviewerView::name).findFirst().orElse(slug);
        }

        /** The day on which the last of its takes was written. */
        public Optional<LocalDate> lastTakeOn() {
            return takes.stream().map(TakeView::writtenOn).max(Comparator.naturalOrder());
        }

        /** Whether it was published, last reviewed and last checked on one day, which then needs no list. */
        public boolean oneDay() {
            return lastTakeOn().filter(tool().publishedOn()::equals).isPresent()
                    && tool().publishedOn().equals(sheet.lastCheckedOn());
        }
    }

    /**
     * A claim and whose it is.
     *
     * @param reviewer who claims it
     * @param claim the claim
     */
    record DatedClaim(ReviewerView reviewer, Claim claim) {}

    @GetMapping("/tools/{slug}")
    ModelAndView tool(@PathVariable String slug) {
        Slug asked = Slug.parse(slug.toLowerCase(Locale.ROOT)).orElseThrow(UnknownPage::new);
        ToolSheetView sheet = tools.sheets(List.of(asked)).stream().findFirst()
                .orElseThrow(() -> new UnknownTool(List.of(asked.value())));
        ToolView tool = sheet.tool();
        if (!tool.slug().value().equals(slug)) {
            return Redirects.permanent(tool.path());
        }
        return pages.page(sheet);
    }
}
