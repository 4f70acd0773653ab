package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;

import java.util.List;

/** An address names a tool that is not there. */
public final class UnknownTool extends RuntimeException {

    private final transient List<String> missing;

    /** @param missing what was asked for, which need not be a slug; no more of it is kept than a slug has room for */
    public UnknownTool(List<String> missing) {
        super("no such tool: " + missing);
        this.missing = missing.stream().map(UnknownTool::shortened).toList();
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
