package io.shiporskip.editorial;

import io.shiporskip.shared.Slug;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Addresses as editors type them. */
public final class Addresses {

    private static final int LONGEST = 2000;

    private Addresses() {}

    /** Whether it is an address of the web, https, with a host; the rule of the database's domain https_address. */
    public static boolean isHttps(String text) {
        try {
            URI address = new URI(text);
            return text.length() <= LONGEST && "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** A slug made of a name: "Cursor v0.50" gives "cursor-v0-50"; nothing where the name has neither letters nor digits for it. */
    public static Optional<Slug> slugOf(String name) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("(?<=^|-)vs(?=-|$)", "versus");
        return Slug.parse(slug.substring(0, Math.min(slug.length(), Slug.MAX_LENGTH)).replaceAll("^-+|-+$", ""));
    }
}
