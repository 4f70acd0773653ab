package io.shiporskip.comparisons;

import io.shiporskip.shared.Slug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tools of a comparison in their one order: sorted by slug, each once. A lineup of one is no comparison but that tool.
 *
 * @param slugs one to four slugs, sorted, without repetition
 */
public record Lineup(List<Slug> slugs) {

    /** The most tools that stand side by side. */
    public static final int MOST = 4;

    private static final String SEPARATOR = "-vs-";

    /** @throws IllegalArgumentException when the list is empty, too long, unsorted or repeats itself */
    public Lineup {
        slugs = List.copyOf(slugs);
        if (slugs.isEmpty() || slugs.size() > MOST || !slugs.equals(slugs.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("a lineup has one to four different slugs in order: " + slugs);
        }
    }

    /**
     * The lineup of some tools, whatever their order.
     *
     * @throws IllegalArgumentException when there are none, or more than four different ones
     */
    public static Lineup of(Collection<Slug> slugs) {
        return new Lineup(slugs.stream().sorted().distinct().toList());
    }

    /** The lineup that an address asks for, such as {@code a-vs-b}, or nothing when it cannot be one. */
    public static Optional<Lineup> parse(String path) {
        List<Slug> slugs = new ArrayList<>();
        for (String part : path.toLowerCase(Locale.ROOT).split(SEPARATOR, -1)) {
            Optional<Slug> slug = Slug.parse(part);
            if (slug.isEmpty() || (slugs.size() == MOST && !slugs.contains(slug.get()))) {
                return Optional.empty();
            }
            if (!slugs.contains(slug.get())) {
                slugs.add(slug.get());
            }
        }
        return Optional.of(of(slugs));
    }

    /** Whether an address names more tools than stand side by side. */
    public static boolean isTooLong(String path) {
        return path.split(SEPARATOR).length > MOST;
    }

    /** The one address: the comparison's, or the tool's where there is only one. */
    public String path() {
        return slugs.size() == 1 ? "/tools/" + slugs.getFirst()
                : "/compare/" + slugs.stream().map(Slug::value).collect(Collectors.joining(SEPARATOR));
    }
}
