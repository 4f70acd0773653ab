package io.shiporskip.comparisons;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.ToolView;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The answer that a comparison gives. */
public sealed interface Pick {

    /** A lower-case name for it, for class names and templates. */
    String key();

    /**
     * The tool that leads each of the others by enough.
     *
     * @param winner the tool
     * @param leads its leads over the others, the narrowest first
     * @param leftOut the reviewers without whom the answer is another, in the panel's order
     */
    record Choice(ToolView winner, List<Lead> leads, List<LeftOut> leftOut) implements Pick {

        public Choice {
            leads = List.copyOf(leads);
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public String key() {
            return "choice";
        }

        /** The lead that is easiest to lose: what would turn the pick is read off it. */
        public Lead narrowest() {
            return leads.getFirst();
        }
    }

    /**
     * The winner's lead over one other tool.
     *
     * @param other the other tool
     * @param duel the two panels, the winner first
     * @param turningPoint what would turn it
     */
    record Lead(ToolView other, Duel duel, TurningPoint turningPoint) {}

    /**
     * A reviewer without whom the answer is another.
     *
     * @param role the reviewer's name
     * @param then the tool that is picked then, or nothing where it is too close to call
     */
    record LeftOut(String role, @Nullable ToolView then) {}

    /** Two or more of the tools lie too close together. */
    record TooClose(List<Option> options, String reason) implements Pick {

        public TooClose {
            options = List.copyOf(options);
        }

        @Override
        public String key() {
            return "close";
        }
    }

    /**
     * One of the tools that nobody leads by enough, and when to choose it all the same.
     *
     * @param tool the tool
     * @param reasons when to choose it, each as the rest of a sentence; at least one
     */
    record Option(ToolView tool, List<String> reasons) {

        public Option {
            reasons = List.copyOf(reasons);
        }
    }

    /** The tools do different jobs, so none of them beats another. */
    record DifferentJobs(List<Job> jobs) implements Pick {

        public DifferentJobs {
            jobs = List.copyOf(jobs);
        }

        @Override
        public String key() {
            return "different";
        }
    }

    /**
     * The tools of a comparison that do the same job.
     *
     * @param kind the job
     * @param tools one or more
     */
    record Job(KindView kind, List<ToolView> tools) {

        public Job {
            tools = List.copyOf(tools);
        }
    }
}
