package io.shiporskip.panel;

import java.util.List;

/**
 * Some of a reviewer's takes.
 *
 * @param takes the takes on published tools, the highest score first, those without a score last
 * @param first whether they are the first ones
 * @param next where the next ones begin, as it stands in an address; empty where these are the last
 */
public record TakePage(List<TakeView> takes, boolean first, String next) {

    public TakePage {
        takes = List.copyOf(takes);
    }
}
