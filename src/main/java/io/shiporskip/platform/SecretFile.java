package io.shiporskip.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/** A secret that is made once and kept in a file for its owner alone. */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /**
     * The secret in the file; where there is none yet, a new one of 64 hexadecimal characters. The folder is made as well,
     * closed to others where the file system knows owners.
     *
     * @throws UncheckedIOException when the file can be neither read nor made
     */
    public static String keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                String kept = Files.readString(file).strip();
                if (!kept.isEmpty()) {
                    return kept;
                }
                // Whoever made the file ended before it wrote, so nobody knows a secret yet.
                Files.delete(file);
            }
            return make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can be neither read nor made", e);
        }
    }

    /** Made whole under another name and then given its own, so that two who make it at once end with the same one. */
    private static String make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        DataFolder.makeFolder(folder);
        Path made = Files.createTempFile(folder, file.getFileName() + "-", ".new");
        try {
            Files.writeString(made, secret);
            Files.createLink(file, made);
            return secret;
        } catch (FileAlreadyExistsException _) {
            return keptIn(file);
        } catch (UnsupportedOperationException | FileSystemException _) {
            // A file system without links; then a copy that starts at the very same moment is not noticed.
            Files.move(made, file);
            return secret;
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
