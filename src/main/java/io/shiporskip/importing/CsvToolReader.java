package io.shiporskip.importing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.CsvFile.Row;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one row of the table of tools over what is said of the tool today: columns that are missing, plans and takes stay as they
 * are. Like {@link YamlMapping} it notes all that is wrong and gives stand-ins meanwhile.
 */
final class CsvToolReader {

    private static final String STAND_IN = "?";

    private final String file;
    private final Row row;
    private final Map<String, String> cells;
    private final Known known;
    private final List<FileProblem> problems = new ArrayList<>();

    private CsvToolReader(String file, Row row, @Nullable Dossier current, Known known) {
        this.file = file;
        this.row = row;
        this.cells = new HashMap<>(current == null ? Map.of() : CsvColumns.row(current.tool()));
        this.cells.putAll(row.cells());
        this.known = known;
    }

    /** The tool as the row wants it, or nothing after noting what is wrong. */
    static Optional<Dossier> read(String file, Row row, @Nullable Dossier current, Known known,
            List<FileProblem> problems) {
        CsvToolReader reader = new CsvToolReader(file, row, current, known);
        Optional<ToolContent> tool = reader.tool(current);
        problems.addAll(reader.problems);
        return tool.map(content -> new Dossier(content, current == null ? List.of() : current.takes()));
    }

    private Optional<ToolContent> tool(@Nullable Dossier current) {
        Slug maker = known("maker", known.makers());
        Slug category = known("category", known.categories());
        Slug kind = known("kind", known.kinds());
        String name = line("name");
        String product = optional("product");
        String release = optional("release");
        String tagline = line("tagline");
        String bestFor = line("best-for");
        Entry entry = parsed("entry", text -> ToolFileReader.constant(Entry.class, text), "not free or paid")
                .orElse(Entry.FREE);
        String website = https("website");
        LocalDate published = day("published");
        String description = cell("description");
        if (description.isBlank()) {
            refuse("description is empty");
        } else if (!Values.storable(description)) {
            refuse("description holds a character that is none");
        }
        Set<String> formerNames = formerNames();
        List<Fact> facts = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            fact(aspect).ifPresent(facts::add);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            Profile profile = new Profile(name, product, release, tagline, bestFor, entry, website, description);
            return Optional.of(new ToolContent(row.slug(), maker, category, kind, profile,
                    current == null ? List.of() : current.tool().plans(), facts, published, formerNames));
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Fact> fact(Aspect aspect) {
        String column = CsvColumns.value(aspect);
        boolean source = !cell(CsvColumns.source(aspect)).isBlank() || !cell(CsvColumns.checked(aspect)).isBlank();
        if (cell(column).isBlank() && !source) {
            return Optional.empty();
        }
        if (cell(column).strip().equalsIgnoreCase(ToolFileReader.NOT_VERIFIED) && !source) {
            return Optional.of(Fact.notVerified(aspect));
        }
        try {
            return Optional.of(new Fact(aspect, line(column), https(CsvColumns.source(aspect)),
                    day(CsvColumns.checked(aspect))));
        } catch (IllegalArgumentException e) {
            refuse(column + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Set<String> formerNames() {
        Set<String> names = new LinkedHashSet<>();
        for (String written : cell(CsvColumns.FORMER_NAMES).split("\r?\n")) {
            String name = YamlMapping.withoutSpaces(written);
            if (name.length() > Profile.MAX_LINE || name.chars().anyMatch(Character::isISOControl)) {
                refuse("each of former-names is one line of at most " + Profile.MAX_LINE + " characters");
            } else if (!name.isBlank() && !names.add(name)) {
                refuse(name + " stands in former-names twice");
            }
        }
        return names;
    }

    private Slug known(String column, Set<Slug> slugs) {
        Optional<Slug> slug = parsed(column, Slug::parse, "no slug");
        slug.filter(read -> !slugs.contains(read))
                .ifPresent(read -> refuse("unknown " + column + " " + read));
        return slug.orElse(row.slug());
    }

    private String line(String column) {
        String text = YamlMapping.withoutSpaces(cell(column));
        if (text.isBlank()) {
            refuse(column + " is empty");
            return STAND_IN;
        }
        if (text.chars().anyMatch(Character::isISOControl) || !Values.storable(text)) {
            refuse(column + " is one line");
        }
        return text;
    }

    private @Nullable String optional(String column) {
        return cell(column).isBlank() ? null : line(column);
    }

    private String https(String column) {
        return parsed(column, Values::https, "no https address").orElse(STAND_IN);
    }

    private LocalDate day(String column) {
        return parsed(column, Values::day, "no day such as 2026-11-21").orElse(LocalDate.EPOCH);
    }

    private <T> Optional<T> parsed(String column, Function<String, Optional<T>> parse, String wrong) {
        String text = cell(column).strip();
        Optional<T> value = parse.apply(text);
        if (text.isEmpty()) {
            refuse(column + " is empty");
        } else if (value.isEmpty()) {
            refuse(column + " is " + wrong + ": " + text);
        }
        return value;
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private void refuse(String reason) {
        problems.add(new FileProblem(file, row.line(), reason));
    }
}
