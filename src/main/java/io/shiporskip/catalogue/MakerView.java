package io.shiporskip.catalogue;

/**
 * Who makes a tool.
 *
 * @param slug its slug
 * @param name its name
 * @param website its page, https
 */
public record MakerView(String slug, String name, String website) {}
