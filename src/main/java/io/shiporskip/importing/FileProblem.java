package io.shiporskip.importing;

/**
 * What is wrong in a catalogue file.
 *
 * @param file the file, as a path within the catalogue folder
 * @param line the line, counted from one
 * @param reason what is wrong, as the rest of a sentence
 */
public record FileProblem(String file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
