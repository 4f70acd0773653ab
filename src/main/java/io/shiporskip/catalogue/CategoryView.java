package io.shiporskip.catalogue;

/**
 * A broad shelf.
 *
 * @param slug its slug
 * @param name its name
 * @param description what stands on it, in a sentence
 * @param tools how many published tools stand on it
 */
public record CategoryView(String slug, String name, String description, int tools) {}
