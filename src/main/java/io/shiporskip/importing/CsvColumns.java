package io.shiporskip.importing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of the table of tools, in their order, and what a tool's row says in each. Plans and takes are not in it. */
final class CsvColumns {

    static final String SLUG = "slug";
    static final String FORMER_NAMES = "former-names";
    static final String PRICING_LINE = "pricing-line";
    static final List<String> ALL = names();

    private CsvColumns() {}

    /** The column of a fact's value; its source and day stand in {@link #source} and {@link #checked}. */
    static String value(Aspect aspect) {
        return aspect == Aspect.PRICING ? PRICING_LINE : word(aspect);
    }

    static String source(Aspect aspect) {
        return word(aspect) + "-source";
    }

    static String checked(Aspect aspect) {
        return word(aspect) + "-checked";
    }

    /** A tool's row, by column. An empty text says that there is nothing. */
    static Map<String, String> row(ToolContent tool) {
        Profile profile = tool.profile();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(SLUG, tool.slug().value());
        row.put("name", profile.name());
        row.put("maker", tool.maker().value());
        row.put("category", tool.category().value());
        row.put("kind", tool.kind().value());
        row.put("product", orEmpty(profile.product()));
        row.put("release", orEmpty(profile.release()));
        row.put(FORMER_NAMES, String.join("\n", tool.formerNames()));
        row.put("tagline", profile.tagline());
        row.put("best-for", profile.bestFor());
        row.put("entry", profile.entry().name().toLowerCase(Locale.ROOT));
        row.put("website", profile.website());
        row.put("published", orEmpty(tool.publishedOn()));
        row.put("description", profile.description());
        for (Aspect aspect : Aspect.values()) {
            Fact fact = tool.facts().stream().filter(one -> one.aspect() == aspect).findFirst().orElse(null);
            row.put(value(aspect), fact == null ? "" : fact.verified() ? orEmpty(fact.value())
                    : ToolFileReader.NOT_VERIFIED);
            row.put(source(aspect), fact == null ? "" : orEmpty(fact.source()));
            row.put(checked(aspect), fact == null ? "" : orEmpty(fact.checkedOn()));
        }
        return row;
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String word(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(SLUG, "name", "maker", "category", "kind", "product",
                "release", FORMER_NAMES, "tagline", "best-for", "entry", "website", "published", "description"));
        for (Aspect aspect : Aspect.values()) {
            names.addAll(List.of(value(aspect), source(aspect), checked(aspect)));
        }
        return List.copyOf(names);
    }
}
