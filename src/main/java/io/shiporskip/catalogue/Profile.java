package io.shiporskip.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes about a tool, prices and facts aside.
 *
 * @param name as the maker writes it; two tools may bear the same
 * @param product the product that this entry belongs to; entries of one maker and product are never rivals
 * @param release which release of the product the entry is about
 * @param tagline what it does, in at most 120 characters
 * @param bestFor who should take it; never the tagline again
 * @param entry what it costs to begin
 * @param website the maker's page about it, https
 * @param description what it is, in Markdown
 */
@Embeddable
public record Profile(String name, @Nullable String product, @Nullable String release, String tagline,
        @Column(name = "best_for") String bestFor, @Enumerated(EnumType.STRING) Entry entry, String website,
        String description) {

    /** The longest name, product, release and tagline, in characters. */
    public static final int MAX_LINE = 120;

    /** The longest "best for", in characters. */
    public static final int MAX_BEST_FOR = 200;

    /** The longest description, in characters: several screens, and far from what would make a page slow. */
    public static final int MAX_DESCRIPTION = 10_000;

    public Profile {
        refuse(product != null && product.length() > MAX_LINE, "a product has at most " + MAX_LINE + " characters");
        refuse(release != null && release.length() > MAX_LINE, "a release has at most " + MAX_LINE + " characters");
        refuse(description.length() > MAX_DESCRIPTION, "a description has at most 10,000 characters");
        refuse(name.length() > MAX_LINE, "a name has at most " + MAX_LINE + " characters");
        refuse(tagline.length() > MAX_LINE, "a tagline has at most " + MAX_LINE + " characters");
        refuse(bestFor.length() > MAX_BEST_FOR, "best-for has at most " + MAX_BEST_FOR + " characters");
        refuse(bestFor.equalsIgnoreCase(tagline), "best-for says who should take the tool; it repeats the tagline");
    }

    private static void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw new IllegalArgumentException(reason);
        }
    }
}
