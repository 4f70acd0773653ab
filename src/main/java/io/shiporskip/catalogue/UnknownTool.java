package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;

import java.util.List;

/** An address names a tool that is not there. */
public final class UnknownTool extends RuntimeException {

    private final transient List<String> missing;
    private final transient List<String> known;

    /** @param missing what was asked for, which need not be a slug; no more of it is kept than a slug has room for */
    public UnknownTool(List<String> missing) {
        this(missing, List.of());
    }

    /**
     * @param missing as above
     * @param known the slugs of the tools that the address names beside, and that are there
     */
    public UnknownTool(List<String> missing, List<Slug> known) {
        super("no such tool: " + missing);
        this.missing = missing.stream().map(UnknownTool::shortened).toList();
        this.known = known.stream().map(Slug::value).toList();
    }

    /** The slugs of the tools that the address names beside, and that are there. */
    public List<String> known() {
        return known;
    }

    /** What was asked for, shortened. */
    public List<String> missing() {
        return missing;
    }

    private static String shortened(String text) {
        return text.codePoints().limit(Slug.MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
