package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an edition says, in the words of the day on which it was composed: it stays as it was when tools, takes and votes change.
 * Addresses are paths of this site.
 *
 * @param verdicts the tools of the week
 * @param more how many tools of the week are not among them
 * @param comparison the comparison of the week, or nothing
 * @param disagreement the tool on which panel and community are furthest apart, or nothing
 */
public record EditionContent(List<Item> verdicts, int more, @Nullable Versus comparison,
        @Nullable Disagreement disagreement) {

    private static final int NAMED_IN_HEADLINE = 2;
    private static final int LONGEST_NAME = 40;

    public EditionContent {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A tool that was published in the week, or on which a reviewer wrote anew.
     *
     * @param path its page
     * @param name its name, told apart from others of that name
     * @param byline "Coding agent by Cognition"
     * @param tagline what it does
     * @param outcome "ship", "skip", "split" or "none"
     * @param verdict "Ship · 3 ship / 1 skip", or that there is none
     * @param score "80, from 76 to 84", or "Not scored"
     * @param news why it stands here: "New here", or who wrote anew
     * @param voices what reviewers say for it and against it; one of each at most
     */
    public record Item(String path, String name, String byline, String tagline, String outcome, String verdict,
            String score, String news, List<Voice> voices) {

        public Item {
            voices = List.copyOf(voices);
        }

        /** The slug of the tool, from its page. */
        public String slug() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The outcome as a word: "Ship"; empty where nobody has spoken. */
        public String stamp() {
            return outcome.equals("none") ? "" : Character.toUpperCase(outcome.charAt(0)) + outcome.substring(1);
        }
    }

    /**
     * A reviewer in a sentence.
     *
     * @param reviewer the role: "Skeptic"
     * @param word "ship" or "skip"
     * @param said the first sentence of the take
     */
    public record Voice(String reviewer, String word, String said) {}

    /**
     * A comparison.
     *
     * @param path its page
     * @param title "A vs B"
     * @param answer what it says, in a few words
     */
    public record Versus(String path, String title, String answer) {}

    /**
     * A tool on which panel and community are far apart.
     *
     * @param path its page
     * @param name its name
     * @param panel "Ship · 3 ship / 1 skip"
     * @param community the share with its interval and the number of votes
     */
    public record Disagreement(String path, String name, String panel, String community) {}

    /** How many tools the week had. */
    public int total() {
        return verdicts.size() + more;
    }

    /** The edition in a line: "Devin: Ship, Aider: Skip and 6 more verdicts". */
    public String headline() {
        String named = verdicts.stream().limit(NAMED_IN_HEADLINE).map(EditionContent::named)
                .collect(Collectors.joining(", "));
        int others = total() - Math.min(NAMED_IN_HEADLINE, verdicts.size());
        return others == 0 ? named : named + " and " + others + " more verdict" + (others == 1 ? "" : "s");
    }

    private static String named(Item item) {
        String name = shortened(item.name());
        return item.stamp().isEmpty() ? name : name + ": " + item.stamp();
    }

    /** A long name ends after its last whole word within the length, if it has one there. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST_NAME) {
            return name;
        }
        String cut = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space).replaceFirst("[^\\p{L}\\p{N})\\]]+$", "") : cut) + "…";
    }
}
