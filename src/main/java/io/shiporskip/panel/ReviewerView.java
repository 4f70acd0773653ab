package io.shiporskip.panel;

/**
 * One voice of the panel.
 *
 * @param slug its slug
 * @param name the role: "Builder"
 * @param motto its question, in a few words
 * @param statement what it looks for
 * @param position its place in the panel's order, from 0
 */
public record ReviewerView(String slug, String name, String motto, String statement, int position) {

    /** The path of its page. */
    public String path() {
        return "/reviewers/" + slug;
    }
}
