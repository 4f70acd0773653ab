package io.shiporskip.importing;

import io.shiporskip.editorial.Difference;

import java.util.List;

/**
 * What an import does, or would do. Of long lists the beginning is kept; the numbers count all.
 *
 * @param created how many tools are new
 * @param changed how many tools change
 * @param same how many tools stay as they are
 * @param refused how many tools, shelves and rows are refused
 * @param shelves makers, categories, kinds and reviewers that are new or change
 * @param additions the new tools
 * @param changes the tools that change
 * @param problems what is wrong, with file and line; those of one file follow each other
 * @param passedOver how many files of the archive are none that the site reads
 * @param fingerprint the same for two plans that do the same to the same
 */
public record PlanView(int created, int changed, int same, int refused, List<Shelf> shelves, List<Added> additions,
        List<Changed> changes, List<FileProblem> problems, int passedOver, String fingerprint) {

    /** So many tools and problems are named at most. */
    public static final int MOST_NAMED = 200;

    /** So many changed tools are shown with their differences at most. */
    public static final int MOST_SHOWN = 100;

    /** A maker, category, kind or reviewer; new where nothing stood there before. */
    public record Shelf(String what, String slug, String name, List<Difference.Change> changes) {

        /** Whether it was not there. */
        public boolean added() {
            return changes.isEmpty();
        }
    }

    /** A new tool. */
    public record Added(String slug, String name) {}

    /** A tool that changes, with what is different under its label. */
    public record Changed(String slug, String name, List<Difference.Change> changes) {}

    /** Whether anything would change. */
    public boolean changesSomething() {
        return created + changed + shelves.size() > 0;
    }

    /** How many new tools are not named. */
    public int moreAdditions() {
        return created - additions.size();
    }

    /** How many changed tools are not shown. */
    public int moreChanges() {
        return changed - changes.size();
    }

    /** Whether there are problems that are not named. */
    public boolean moreProblems() {
        return problems.size() == MOST_NAMED;
    }
}
