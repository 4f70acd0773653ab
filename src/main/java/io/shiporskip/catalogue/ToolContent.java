package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * All that the catalogue holds of a tool, as editors write it.
 *
 * @param slug its address, which no other tool has or had
 * @param maker the slug of a maker in the catalogue
 * @param category the slug of a category in the catalogue
 * @param kind the slug of a kind in the catalogue
 * @param profile what an editor wrote about it
 * @param plans its price list, in the maker's order; may be empty
 * @param facts at most one for each aspect
 * @param publishedOn the day from which readers see it
 * @param formerNames what it was called before, by which readers still look for it; may be empty
 */
public record ToolContent(Slug slug, Slug maker, Slug category, Slug kind, Profile profile, List<Plan> plans,
        List<Fact> facts, LocalDate publishedOn, Set<String> formerNames) {

    public ToolContent {
        plans = List.copyOf(plans);
        facts = List.copyOf(facts);
        formerNames = Set.copyOf(formerNames);
    }

    /** A tool that was never called otherwise. */
    public ToolContent(Slug slug, Slug maker, Slug category, Slug kind, Profile profile, List<Plan> plans,
            List<Fact> facts,
            LocalDate publishedOn) {
        this(slug, maker, category, kind, profile, plans, facts, publishedOn, Set.of());
    }
}
