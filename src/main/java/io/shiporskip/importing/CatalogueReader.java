package io.shiporskip.importing;

import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.CatalogueContent.CategoryEntry;
import io.shiporskip.importing.CatalogueContent.KindEntry;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.importing.CatalogueContent.ReviewerEntry;
import io.shiporskip.shared.Slug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a folder of catalogue files, whose format {@code docs/catalogue.md} describes. */
final class CatalogueReader {

    private static final String TOOLS = "tools/";
    private static final String YAML = ".yaml";

    private final List<FileProblem> problems = new ArrayList<>();

    private CatalogueReader() {}

    /**
     * Reads all files of a folder.
     *
     * @param files their texts by path within the folder
     * @throws CatalogueRefused with all that is wrong, when anything is
     */
    static CatalogueContent read(Map<String, String> files) {
        return new CatalogueReader().content(files);
    }

    private CatalogueContent content(Map<String, String> files) {
        List<MakerEntry> makers = shelf(files, "makers.yaml",
                (slug, entry) -> new MakerEntry(slug, entry.line("name"), entry.https("website")));
        List<CategoryEntry> categories = shelf(files, "categories.yaml",
                (slug, entry) -> new CategoryEntry(slug, entry.line("name"), entry.line("description")));
        List<KindEntry> kinds = shelf(files, "kinds.yaml",
                (slug, entry) -> new KindEntry(slug, entry.line("name"), entry.line("plural"), entry.line("job")));
        List<ReviewerEntry> reviewers = shelf(files, "reviewers.yaml", (slug,
                entry) -> new ReviewerEntry(slug, entry.line("name"), entry.line("motto"), entry.text("statement")));

        ToolFileReader toolFiles = new ToolFileReader(new Known(slugs(makers, MakerEntry::slug),
                slugs(categories, CategoryEntry::slug), slugs(kinds, KindEntry::slug),
                slugs(reviewers, ReviewerEntry::slug)));
        List<Dossier> tools = new ArrayList<>();
        files.keySet().stream().sorted().filter(name -> name.startsWith(TOOLS)).forEach(name -> {
            YamlFile file = new YamlFile(name, problems);
            Optional<Slug> slug = Slug.parse(name.substring(TOOLS.length()).replaceFirst("[.]yaml$", ""));
            if (slug.isEmpty() || !name.endsWith(YAML)) {
                file.refuse(1, "the file's name is no slug with the ending " + YAML);
                return;
            }
            file.parse(files.getOrDefault(name, "")).flatMap(root -> toolFiles.read(slug.get(), root, file))
                    .ifPresent(tools::add);
        });
        if (!problems.isEmpty()) {
            throw new CatalogueRefused(problems);
        }
        return new CatalogueContent(makers, categories, kinds, reviewers, tools);
    }

    private <T> List<T> shelf(Map<String, String> files, String name, BiFunction<Slug, YamlMapping, T> read) {
        YamlFile file = new YamlFile(name, problems);
        List<T> entries = new ArrayList<>();
        String text = files.get(name);
        if (text == null) {
            file.refuse(1, "the file is missing");
            return entries;
        }
        file.parse(text).ifPresent(root -> root.keys().forEach(key -> {
            Optional<Slug> slug = Slug.parse(key);
            if (slug.isEmpty()) {
                root.refuse(key, key + " is no slug");
            }
            root.mapping(key).ifPresent(entry -> slug.ifPresent(known -> {
                entries.add(read.apply(known, entry));
                entry.nothingElse();
            }));
        }));
        return entries;
    }

    private static <T> Set<Slug> slugs(List<T> entries, Function<T, Slug> slug) {
        return entries.stream().map(slug).collect(Collectors.toSet());
    }
}
