package io.shiporskip.site;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.search.Excerpt;
import io.shiporskip.search.Excerpt.Piece;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * A tool in a list.
 *
 * @param tool the tool
 * @param verdict what its panel says
 * @param tally what the community says
 * @param excerpt what of it has the words that somebody looks for, or nothing
 */
record ToolLine(ToolView tool, PanelVerdict verdict, Tally tally, @Nullable Excerpt excerpt) {

    ToolLine(ToolView tool, PanelVerdict verdict, Tally tally) {
        this(tool, verdict, tally, null);
    }

    /** The same, found by words. */
    ToolLine with(@Nullable Excerpt found) {
        return new ToolLine(tool, verdict, tally, found);
    }

    /** Its name, with the words marked that somebody looks for. */
    public List<Piece> name() {
        return excerpt == null ? List.of(new Piece(tool.name(), false)) : excerpt.name();
    }

    /** Its tagline, likewise. */
    public List<Piece> tagline() {
        return excerpt == null ? List.of(new Piece(tool.tagline(), false)) : excerpt.tagline();
    }

    /** What of its facts and takes has the words; empty where nothing has. */
    public List<Piece> passage() {
        return excerpt == null ? List.of() : excerpt.text();
    }

    /** Where that stands: the fact, or who says it. */
    public String source() {
        String source = excerpt == null ? "" : excerpt.source();
        return Arrays.stream(Aspect.values()).filter(aspect -> aspect.name().equals(source)).map(Aspect::label)
                .findFirst().orElse("The " + source);
    }

    /** The mean of its scores, or −1 where there is none, for ordering. */
    int order() {
        return verdict.score() == null ? -1 : verdict.score().mean();
    }
}
