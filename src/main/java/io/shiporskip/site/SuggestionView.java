package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;

/**
 * A tool that somebody may mean who has typed some letters or a name.
 *
 * @param tool the tool
 * @param formerly the name by which it was found, where it has another one today; else empty
 */
public record SuggestionView(ToolView tool, String formerly) {

    /** What tells it from others, beside its name. */
    public String text() {
        String apart = tool.ambiguous() ? tool.tagline() : tool.maker().name();
        return formerly.isEmpty() ? apart : apart + ", formerly " + formerly;
    }
}
