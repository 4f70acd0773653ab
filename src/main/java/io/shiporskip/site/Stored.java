package io.shiporskip.site;

/**
 * How much is stored of a visitor.
 *
 * @param votes so many votes
 * @param bookmarks and so many bookmarks
 */
public record Stored(int votes, int bookmarks) {

    /** Both numbers in words. */
    public String text() {
        return votes + (votes == 1 ? " vote" : " votes") + " and " + bookmarks
                + (bookmarks == 1 ? " bookmark" : " bookmarks");
    }
}
