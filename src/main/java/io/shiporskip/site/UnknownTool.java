package io.shiporskip.site;

import io.shiporskip.shared.Slug;

import java.util.List;

/** An address names a tool that is not there. */
final class UnknownTool extends RuntimeException {

    private final transient List<String> missing;

    /** @param missing what was asked for, which need not be a slug; no more of it is kept than a slug has room for */
    UnknownTool(List<String> missing) {
        super("no such tool: " + missing);
        this.missing = missing.stream().map(UnknownTool::shortened).toList();
    }

    List<String> missing() {
        return missing;
    }

    private static String shortened(String text) {
        return text.codePoints().limit(Slug.MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
