package io.shiporskip.editorial;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is different between two states of a thing, each given as texts under labels, word by word.
 *
 * @param changes one for each label whose text differs, in the order of the labels; those that only the first state has come last
 */
public record Difference(List<Change> changes) {

    /** Of longer texts (in words, spaces and marks together) whole lines are compared, so that the comparison stays quick. */
    private static final int MOST_TOKENS = 6_000;

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    public Difference {
        changes = List.copyOf(changes);
    }

    /**
     * A text that is another one now.
     *
     * @param label what it is about: "Tagline"
     * @param before what was said; empty for nothing
     * @param after what is said now; empty for nothing
     * @param pieces both in one, in their order
     */
    public record Change(String label, String before, String after, List<Piece> pieces) {

        /** What the first state says: what stays, and what has gone. */
        public List<Piece> old() {
            return pieces.stream().filter(piece -> piece.kind() != Kind.ADDED).toList();
        }

        /** What the second state says: what stays, and what has come. */
        public List<Piece> now() {
            return pieces.stream().filter(piece -> piece.kind() != Kind.GONE).toList();
        }
    }

    /** A part of a text. */
    public record Piece(Kind kind, String text) {}

    /** What became of a part of a text. */
    public enum Kind {

        SAME, GONE, ADDED
    }

    /** What is different in the second of two states. An empty text is as good as none. */
    public static Difference between(Map<String, String> before, Map<String, String> after) {
        Set<String> labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        return new Difference(labels.stream()
                .filter(label -> !before.getOrDefault(label, "").equals(after.getOrDefault(label, "")))
                .map(label -> change(label, before.getOrDefault(label, ""), after.getOrDefault(label, ""))).toList());
    }

    /** Whether nothing is. */
    public boolean none() {
        return changes.isEmpty();
    }

    /** What differs, in the order of the changes. */
    public List<String> labels() {
        return changes.stream().map(Change::label).toList();
    }

    private static Change change(String label, String before, String after) {
        List<String> old = tokens(WORDS, before);
        List<String> now = tokens(WORDS, after);
        return new Change(label, before, after, old.size() + now.size() <= MOST_TOKENS ? pieces(old, now)
                : pieces(tokens(LINES, before), tokens(LINES, after)));
    }

    private static List<Piece> pieces(List<String> old, List<String> now) {
        Patch<String> patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>());
        List<Piece> pieces = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder added = new StringBuilder();
        int at = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            String between = String.join("", old.subList(at, delta.getSource().getPosition()));
            if (between.isBlank() && gone.length() + added.length() > 0) {
                // A space that two changes share makes them no two changes.
                gone.append(between);
                added.append(between);
            } else {
                turned(pieces, gone, added);
                add(pieces, Kind.SAME, List.of(between));
            }
            delta.getSource().getLines().forEach(gone::append);
            delta.getTarget().getLines().forEach(added::append);
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        turned(pieces, gone, added);
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return List.copyOf(pieces);
    }

    /** What has gone between two parts that stay comes before what is there instead, however it was found. */
    private static void turned(List<Piece> pieces, StringBuilder gone, StringBuilder added) {
        add(pieces, Kind.GONE, List.of(gone.toString()));
        add(pieces, Kind.ADDED, List.of(added.toString()));
        gone.setLength(0);
        added.setLength(0);
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> tokens) {
        String text = String.join("", tokens);
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text));
        }
    }

    private static List<String> tokens(Pattern token, String text) {
        return token.matcher(text).results().map(MatchResult::group).toList();
    }
}
