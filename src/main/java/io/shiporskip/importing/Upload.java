package io.shiporskip.importing;

import java.util.List;
import java.util.Locale;

/**
 * Files as somebody sent them: one archive, one table, or files of one tool each.
 *
 * @param files by their names, in the order sent
 */
public record Upload(List<Part> files) {

    /** The largest upload, in bytes. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final String HOW = "Send one .zip, one .csv, or up to 40 .yaml files of one tool each.";

    /** The server reads no form of more than fifty parts. */
    private static final int MOST_FILES = 40;

    /**
     * A file.
     *
     * @param name its own name, without folders
     * @param bytes what is in it
     */
    public record Part(String name, byte[] bytes) {

        boolean is(String ending) {
            return name.toLowerCase(Locale.ROOT).endsWith(ending);
        }
    }

    /** @throws UploadRefused when it holds no such files, several kinds of them, or more than {@link #MOST_BYTES} */
    public Upload {
        files = List.copyOf(files);
        long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
        boolean one = files.size() == 1 && (files.getFirst().is(".zip") || files.getFirst().is(".csv"));
        if (files.isEmpty()) {
            throw new UploadRefused("Choose a file first. " + HOW);
        }
        if (files.size() > MOST_FILES || !one && !files.stream().allMatch(file -> file.is(".yaml"))) {
            throw new UploadRefused(HOW);
        }
        if (bytes > MOST_BYTES) {
            throw new UploadRefused(
                    "That is more than 8 MB. Send it in parts: what is not in the files stays as it is.");
        }
    }

    /** The names of the files, for people. */
    public String names() {
        return files.size() <= 3 ? String.join(", ", files.stream().map(Part::name).toList())
                : files.getFirst().name() + " and " + (files.size() - 1) + " more";
    }
}
