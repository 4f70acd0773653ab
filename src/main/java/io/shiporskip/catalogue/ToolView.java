package io.shiporskip.catalogue;

import io.shiporskip.shared.Markdown;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A published tool as lists and cards show it.
 *
 * @param id its id, for other rooms to ask by
 * @param slug its address
 * @param name its name, which another tool may share
 * @param ambiguous whether another published tool bears the same name
 * @param maker who makes it
 * @param category its shelf
 * @param categorySlug the shelf's slug
 * @param kind its job
 * @param product the product it belongs to
 * @param release which release it is about
 * @param tagline what it does
 * @param bestFor who should take it
 * @param entry what it costs to begin
 * @param website the maker's page about it
 * @param description what it is, in Markdown
 * @param publishedOn since when readers see it
 */
public record ToolView(UUID id, Slug slug, String name, boolean ambiguous, MakerView maker, String category,
        String categorySlug, KindView kind, @Nullable String product, @Nullable String release, String tagline,
        String bestFor, Entry entry, String website, String description, LocalDate publishedOn) {

    /** What it is, as safe HTML. */
    public String descriptionHtml() {
        return Markdown.toHtml(description);
    }

    /** The path of its page. */
    public String path() {
        return "/tools/" + slug;
    }

    /** The first letter or digit of its name, for the mark. */
    public String initial() {
        int first = name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('?');
        return Character.toString(Character.toUpperCase(first));
    }

    /**
     * The name, followed by the first clause of the tagline where another tool bears the same name. The whole tagline would
     * tell the two apart as well, but makes a heading of four lines.
     */
    public String label() {
        return ambiguous ? name + " (" + tagline.split("[,:;] ", 2)[0] + ")" : name;
    }

    /** Whether the two are entries about one product of one maker, which are never rivals. */
    public boolean sameProductAs(ToolView other) {
        return product != null && product.equals(other.product) && maker.slug().equals(other.maker.slug());
    }

    /** Whether the two do the same job. */
    public boolean comparableWith(ToolView other) {
        return kind.slug().equals(other.kind.slug());
    }
}
