package io.shiporskip.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    private static String make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        DataFolder.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        try {
            if (DataFolder.isPosix(file)) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            // Another copy of the site made it at the same moment.
            return keptIn(file);
        }
        Files.writeString(file, secret);
        return secret;
    }
}
