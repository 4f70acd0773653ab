package io.shiporskip.importing;

import io.shiporskip.editorial.Dossier;
import io.shiporskip.shared.Slug;

import java.util.List;

/**
 * What a folder of catalogue files holds.
 *
 * @param makers who makes tools
 * @param categories the shelves
 * @param kinds the jobs
 * @param reviewers the panel, in its order
 * @param tools the tools with their takes
 */
record CatalogueContent(List<MakerEntry> makers, List<CategoryEntry> categories, List<KindEntry> kinds,
        List<ReviewerEntry> reviewers, List<Dossier> tools) {

    record MakerEntry(Slug slug, String name, String website) {}

    record CategoryEntry(Slug slug, String name, String description) {}

    record KindEntry(Slug slug, String name, String plural, String job) {}

    record ReviewerEntry(Slug slug, String name, String motto, String statement) {}
}
