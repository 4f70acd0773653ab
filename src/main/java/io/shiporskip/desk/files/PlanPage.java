package io.shiporskip.desk.files;

import io.shiporskip.importing.PlanView;
import io.shiporskip.importing.Proposal;
import io.shiporskip.shared.Figures;

import java.util.ArrayList;
import java.util.List;

/**
 * What files would do, or did.
 *
 * @param proposal the files with their plan
 * @param reason what was typed as the reason
 * @param problem why it was not done; empty where nobody tried
 */
public record PlanPage(Proposal proposal, String reason, String problem) {

    /** The plan. */
    public PlanView plan() {
        return proposal.plan();
    }

    /** Whether it is done. */
    public boolean applied() {
        return proposal.appliedAt() != null;
    }

    /** Whether there is something to be done, and it is not done yet. */
    public boolean open() {
        return !applied() && plan().changesSomething();
    }

    /** What the page is about, as its title. */
    public String title() {
        if (applied()) {
            return "Imported";
        }
        return plan().changesSomething() ? "What these files would do" : "These files would change nothing";
    }

    /** The numbers in one line: "2 new, 1 changed, 27 as they are, 1 refused". */
    public String numbers() {
        List<String> parts = new ArrayList<>();
        add(parts, plan().created(), "new");
        add(parts, plan().changed(), applied() ? "changed" : "to change");
        add(parts, plan().same(), plan().same() == 1 ? "as it is" : "as they are");
        add(parts, plan().refused(), applied() ? "left out" : "refused");
        return parts.isEmpty() ? "No tools." : "Tools: " + String.join(", ", parts) + ".";
    }

    /** What its button says. */
    public String act() {
        int tools = plan().created() + plan().changed();
        return tools == 0 ? "Import" : "Import " + Figures.of(tools, "tool", "tools");
    }

    /** A number with its thousands set apart. */
    public static String number(int number) {
        return Figures.of(number);
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(Figures.of(number) + " " + what);
        }
    }
}
