package io.shiporskip.site;

import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.Dissent;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.TakeView;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.Choice;
import io.shiporskip.votes.OwnVote;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.VoteView;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Made-up values that show each state of each component.
 *
 * @param verdicts a panel's four outcomes
 * @param lines rows of a list, the longest name among them
 * @param tallies no votes, early ones, and enough of them
 * @param dissent a take against its panel
 * @param unscored a take without a score
 * @param votes each state of the place where one votes
 * @param disagreements panels of one voice and divided, with scores that coincide, and with the community's share
 */
record DesignView(List<PanelVerdict> verdicts, List<ToolLine> lines, List<Tally> tallies, Dissent dissent,
        TakeView unscored, List<VoteView> votes, List<DisagreementView> disagreements) {

    static DesignView sample() {
        List<TakeView> ships = List.of(take(0, Verdict.SHIP, 84), take(1, Verdict.SHIP, 78), take(2, Verdict.SHIP, 88));
        List<TakeView> skips = List.of(take(0, Verdict.SKIP, 41), take(1, Verdict.SKIP, 44));
        List<TakeView> split = List.of(take(0, Verdict.SHIP, 88), take(1, Verdict.SKIP, 36));
        List<PanelVerdict> verdicts = List.<Collection<TakeView>>of(ships, skips, split, List.of()).stream()
                .map(PanelVerdict::of).toList();
        List<String> names = List.of("Cursor Background Agent", "Stable Diffusion 3.5 Large",
                "Cursor v0.50 – Background Agent & Codebase Refactoring", "SmolLM3");
        List<ToolLine> lines = IntStream.range(0, names.size())
                .mapToObj(i -> new ToolLine(tool(names.get(i), i), verdicts.get(i), Tally.NONE)).toList();
        return new DesignView(verdicts, lines, List.of(Tally.NONE, new Tally(3, 1, 0), new Tally(18, 6, 2)),
                new Dissent(take(1, Verdict.SKIP, 36), true), take(2, Verdict.SHIP, null), votes(verdicts),
                List.of(disagreement(ships, Tally.NONE), disagreement(split, new Tally(18, 6, 2)),
                        disagreement(
                                List.of(take(0, Verdict.SHIP, 78), take(1, Verdict.SKIP, 78), take(2, Verdict.SHIP, 80),
                                        take(3, Verdict.SHIP, null)),
                                new Tally(1, 19, 0))));
    }

    private static DisagreementView disagreement(List<TakeView> takes, Tally tally) {
        return DisagreementView.of(takes.stream().map(Mark::of).toList(), tally);
    }

    private static List<VoteView> votes(List<PanelVerdict> verdicts) {
        OwnVote ship = new OwnVote(Choice.SHIP, false);
        OwnVote skip = new OwnVote(Choice.SKIP, false);
        PanelVerdict panel = verdicts.getFirst();
        return List.of(
                VoteView.of(tool("Nobody voted", 10), Tally.NONE, panel, OwnVote.NONE),
                VoteView.of(tool("Early", 11), new Tally(3, 1, 0), panel, OwnVote.NONE),
                VoteView.of(tool("Enough", 12), new Tally(18, 6, 2), panel, OwnVote.NONE),
                VoteView.of(tool("Own ship, agreeing with the panel", 13), new Tally(31, 5, 0), panel, ship),
                VoteView.of(tool("Own skip, early", 14), new Tally(4, 2, 0), verdicts.get(2), skip),
                VoteView.of(tool("Held", 15), new Tally(5, 0, 1), panel, new OwnVote(Choice.SHIP, true)),
                new VoteView(tool("Taken back", 16), new Tally(6, 7, 0), panel, OwnVote.NONE, skip));
    }

    private static TakeView take(int reviewer, Verdict verdict, @Nullable Integer score) {
        return new TakeView(new UUID(0, 0),
                new ReviewerView("builder", "Builder", "Show me the primitive.", "A statement.", reviewer), verdict,
                score, "A take in **Markdown**, with `code`, _emphasis_ and [a link](https://example.com).",
                LocalDate.of(2026, 11, 21), new Basis(Footing.DOCUMENTATION, null), List.of());
    }

    private static ToolView tool(String name, int number) {
        return new ToolView(new UUID(0, number), new Slug("sample-" + number), name, false,
                new MakerView("maker", "A maker", "https://example.com"), "Developer Tools", "developer-tools",
                new KindView("coding-agent", "Coding agent", "Coding agents", "takes a coding task"), null, null,
                "A tagline of the usual length, which says what the tool does", "Teams of one", Entry.FREE,
                "https://example.com", "A description.", LocalDate.of(2026, 11, 21));
    }
}
