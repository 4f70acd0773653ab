package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that the catalogue holds of a tool, as editors write it.
 *
 * @param slug its address, which no other tool has or had
 * @param maker the slug of a maker in the catalogue
 * @param category the slug of a category in the catalogue
 * @param kind the slug of a kind in the catalogue
 * @param profile what an editor wrote about it
 * @param plans its price list, in the maker's order; may be empty
 * @param facts at most one for each aspect, in the order of the aspects
 * @param publishedOn the day from which readers see it; nothing where it is withdrawn
 * @param formerNames what it was called before, by which readers still look for it, in the order of their letters; may be empty
 */
public record ToolContent(Slug slug, Slug maker, Slug category, Slug kind, Profile profile, List<Plan> plans,
        List<Fact> facts, @Nullable LocalDate publishedOn, Set<String> formerNames) {

    public ToolContent {
        plans = List.copyOf(plans);
        facts = facts.stream().sorted(Comparator.comparing(Fact::aspect)).toList();
        formerNames = Collections.unmodifiableSet(new TreeSet<>(formerNames));
    }

    /** A tool that was never called otherwise. */
    public ToolContent(Slug slug, Slug maker, Slug category, Slug kind, Profile profile, List<Plan> plans,
            List<Fact> facts,
            LocalDate publishedOn) {
        this(slug, maker, category, kind, profile, plans, facts, publishedOn, Set.of());
    }

    /** The same, to be seen from another day on; nothing withdraws it. */
    public ToolContent publishedOn(@Nullable LocalDate day) {
        return new ToolContent(slug, maker, category, kind, profile, plans, facts, day, formerNames);
    }

    /** The same with a fact in the place of the one about its aspect. */
    public ToolContent with(Fact fact) {
        return new ToolContent(slug, maker, category, kind, profile, plans,
                Stream.concat(facts.stream().filter(other -> other.aspect() != fact.aspect()), Stream.of(fact))
                        .toList(),
                publishedOn, formerNames);
    }

    /** The same with more names that it was called by before; the one that it bears today is none of them. */
    public ToolContent alsoCalled(Collection<String> names) {
        Set<String> all = new TreeSet<>(formerNames);
        all.addAll(names);
        all.remove(profile.name());
        return new ToolContent(slug, maker, category, kind, profile, plans, facts, publishedOn, all);
    }
}
