package io.shiporskip.newsletter;

/**
 * A tool of which there is something to tell that the coming edition does not tell in words.
 *
 * @param slug its slug
 * @param name its name, told apart from others of that name
 * @param note why it is news, or what becomes of it
 */
public record UntoldTool(String slug, String name, String note) {}
