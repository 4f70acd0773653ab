package io.shiporskip.desk.tools;

import org.jspecify.annotations.Nullable;

/**
 * What is typed of a maker, a category or a kind; what does not belong to it is empty.
 *
 * @param name its name
 * @param website a maker's page
 * @param description what stands in a category
 * @param plural several of a kind
 * @param job what a kind does
 */
record ShelfForm(String name, String website, String description, String plural, String job) {

    ShelfForm(@Nullable String name, @Nullable String website, @Nullable String description, @Nullable String plural,
            @Nullable String job) {
        this.name = line(name);
        this.website = line(website);
        this.description = line(description);
        this.plural = line(plural);
        this.job = line(job);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
