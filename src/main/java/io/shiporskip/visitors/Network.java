package io.shiporskip.visitors;

import java.util.UUID;

/**
 * The network that a request comes from, as far as this site wants to know it.
 *
 * @param hash a keyed hash of it; the key is another one each day
 */
public record Network(UUID hash) {}
