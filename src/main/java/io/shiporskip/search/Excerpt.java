package io.shiporskip.search;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a tool has the words that were asked for, in pieces, so that a page can mark those that do and escape all of them.
 *
 * @param name the tool's name
 * @param tagline its tagline
 * @param text a part of a fact or a take; empty where neither has the words
 * @param source where that part stands: the name of an aspect or of a reviewer; empty where there is none
 */
public record Excerpt(List<Piece> name, List<Piece> tagline, List<Piece> text, String source) {

    /** What the database puts around a word that was asked for: characters that no page shows. */
    static final String BEGIN = "\u0001";
    static final String END = "\u0002";

    /**
     * A piece of text.
     *
     * @param text the text
     * @param marked whether it was asked for
     */
    public record Piece(String text, boolean marked) {}

    public Excerpt {
        name = List.copyOf(name);
        tagline = List.copyOf(tagline);
        text = List.copyOf(text);
    }

    static Excerpt of(@Nullable String name, @Nullable String tagline, @Nullable String text, @Nullable String source) {
        return new Excerpt(pieces(name), pieces(tagline), pieces(text), source == null ? "" : source);
    }

    /** The pieces of a text with marks in it. Marks that do not match are left out. */
    static List<Piece> pieces(@Nullable String marked) {
        List<Piece> pieces = new ArrayList<>();
        if (marked == null) {
            return pieces;
        }
        StringBuilder piece = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < marked.length(); i++) {
            char character = marked.charAt(i);
            if (character == BEGIN.charAt(0) || character == END.charAt(0)) {
                if (!piece.isEmpty()) {
                    pieces.add(new Piece(piece.toString(), within));
                    piece.setLength(0);
                }
                within = character == BEGIN.charAt(0);
            } else {
                piece.append(character);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece.toString(), false));
        }
        return pieces;
    }
}
