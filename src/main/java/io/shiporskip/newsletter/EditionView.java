package io.shiporskip.newsletter;

import io.shiporskip.shared.Markdown;

import java.time.Instant;
import java.util.UUID;

/**
 * An edition that was composed.
 *
 * @param id its id
 * @param number its number, from 1 on
 * @param week the days that it covers
 * @param introduction what an editor wrote above it, in Markdown; empty where nobody did
 * @param content what it says
 * @param composedAt when it was put together
 */
public record EditionView(UUID id, int number, Week week, String introduction, EditionContent content,
        Instant composedAt) {

    /** Its permanent page. */
    public String path() {
        return "/newsletter/editions/" + number;
    }

    /** The introduction as safe HTML. */
    public String introductionHtml() {
        return Markdown.toHtml(introduction);
    }

    /** The introduction as plain text. */
    public String introductionText() {
        return Markdown.toText(introduction);
    }

    /** The edition in a line, as the subject of its e-mail says it. */
    public String headline() {
        return content.headline();
    }

    /**
     * An edition in the list of all.
     *
     * @param number its number
     * @param week the days that it covers
     * @param headline the edition in a line
     * @param composedAt when it was put together
     */
    public record Line(int number, Week week, String headline, Instant composedAt) {

        /** Its permanent page. */
        public String path() {
            return "/newsletter/editions/" + number;
        }
    }

    /** As it stands in the list of all. */
    Line line() {
        return new Line(number, week, headline(), composedAt);
    }

}
