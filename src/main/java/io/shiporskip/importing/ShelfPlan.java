package io.shiporskip.importing;

import io.shiporskip.importing.ShelfStep.What;
import io.shiporskip.shared.Slug;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of makers, categories, kinds and reviewers. Those in the files are added or changed, the others stay; tools may
 * refer to all of them.
 */
final class ShelfPlan {

    private static final List<String> MUST_DIFFER = List.of("Name", "Plural");

    private final List<ShelfStep> steps = new ArrayList<>();
    private final List<List<FileProblem>> refused = new ArrayList<>();
    private final Map<What, Set<Slug>> slugs = new EnumMap<>(What.class);

    /**
     * @param there what is said of each today: texts by label, by slug
     * @param files the files that are there, by name
     */
    ShelfPlan(Map<What, Map<Slug, Map<String, String>>> there, Map<String, String> files) {
        for (What what : What.values()) {
            Map<Slug, Map<String, String>> today = there.getOrDefault(what, Map.of());
            slugs.put(what, new HashSet<>(today.keySet()));
            String text = files.get(what.file());
            if (text != null) {
                read(what, today, text);
            }
        }
    }

    /** What is to be done, in the order of the files. */
    List<ShelfStep> steps() {
        return steps;
    }

    /** What is wrong with each entry that is refused. */
    List<List<FileProblem>> refused() {
        return refused;
    }

    /** What tools may refer to. */
    Known known() {
        return new Known(of(What.MAKER), of(What.CATEGORY), of(What.KIND), of(What.REVIEWER));
    }

    private Set<Slug> of(What what) {
        return slugs.getOrDefault(what, Set.of());
    }

    private void read(What what, Map<Slug, Map<String, String>> today, String text) {
        List<FileProblem> problems = new ArrayList<>();
        YamlFile file = new YamlFile(what.file(), problems);
        Map<String, Slug> names = new HashMap<>();
        today.forEach((slug, texts) -> names(what, texts).forEach(name -> names.put(name, slug)));
        file.parse(text).ifPresent(root -> {
            takeOut(problems);
            for (String key : root.keys()) {
                Optional<Slug> slug = Slug.parse(key);
                if (slug.isEmpty()) {
                    root.refuse(key, key + " is no slug");
                }
                Map<String, String> texts = new LinkedHashMap<>();
                root.mapping(key).ifPresent(entry -> texts(what, entry, texts));
                for (String name : names(what, texts)) {
                    if (slug.isPresent() && !slug.get().equals(names.getOrDefault(name, slug.get()))) {
                        root.refuse(key, "another " + what.word() + " is called " + texts.get("Name"));
                    }
                }
                if (problems.isEmpty() && slug.isPresent()) {
                    names(what, texts).forEach(name -> names.put(name, slug.get()));
                    steps.add(new ShelfStep(what, slug.get(), today.get(slug.get()), texts));
                    of(what).add(slug.get());
                }
                takeOut(problems);
            }
        });
        takeOut(problems);
    }

    private void takeOut(List<FileProblem> problems) {
        if (!problems.isEmpty()) {
            refused.add(List.copyOf(problems));
            problems.clear();
        }
    }

    private static void texts(What what, YamlMapping entry, Map<String, String> texts) {
        texts.put("Name", entry.line("name"));
        switch (what) {
            case MAKER -> texts.put("Website", entry.https("website"));
            case CATEGORY -> texts.put("Description", entry.line("description"));
            case KIND -> {
                texts.put("Plural", entry.line("plural"));
                texts.put("Job", entry.line("job"));
            }
            case REVIEWER -> {
                texts.put("Motto", entry.line("motto"));
                texts.put("Statement", entry.text("statement"));
            }
        }
        entry.nothingElse();
    }

    /** Its names that no other of its sort may bear; makers may share theirs. */
    private static List<String> names(What what, Map<String, String> texts) {
        return what == What.MAKER ? List.of()
                : MUST_DIFFER.stream().filter(texts::containsKey).map(label -> label + " " + texts.get(label)).toList();
    }
}
