package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.CategoryView;
import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.Shelf;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is typed of a maker, a category or a kind; what does not belong to it is empty.
 *
 * @param name its name
 * @param website a maker's page
 * @param description what stands in a category
 * @param plural several of a kind
 * @param job what a kind does
 */
public record ShelfForm(String name, String website, String description, String plural, String job) {

    /** Nothing is typed. */
    static final ShelfForm EMPTY = new ShelfForm("", "", "", "", "");

    /** What a form sends; a field that is missing is empty. */
    public ShelfForm(@Nullable String name, @Nullable String website, @Nullable String description,
            @Nullable String plural,
            @Nullable String job) {
        this.name = line(name);
        this.website = line(website);
        this.description = line(description);
        this.plural = line(plural);
        this.job = line(job);
    }

    static ShelfForm of(MakerView maker) {
        return new ShelfForm(maker.name(), maker.website(), "", "", "");
    }

    static ShelfForm of(CategoryView category) {
        return new ShelfForm(category.name(), "", category.description(), "", "");
    }

    static ShelfForm of(KindView kind) {
        return new ShelfForm(kind.name(), "", "", kind.plural(), kind.job());
    }

    /** What belongs to this shelf, by what its fields are called. */
    Map<String, String> texts(Shelf shelf) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Name", name);
        switch (shelf) {
            case MAKER -> texts.put("Page", website);
            case CATEGORY -> texts.put("What stands there", description);
            case KIND -> {
                texts.put("Several of them", plural);
                texts.put("A tool of this kind", job);
            }
        }
        return texts;
    }

    /** Tells what it says from anything else that it could say: whoever changes it names the one that was read. */
    public String version() {
        String said = String.join("\n", name, website, description, plural, job);
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
