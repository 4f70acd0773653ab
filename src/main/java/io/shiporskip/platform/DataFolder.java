package io.shiporskip.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * The folder in which the PostgreSQL that comes with the site keeps everything, held by one site at a time and closed to
 * others on the machine.
 *
 * <p>It holds {@code postgres} (the data), {@code postgres-complete} (the mark that the first start was finished),
 * {@code postgres-bin} (the programs, unpacked), {@code postgres.log}, {@code postgres-password} and {@code lock}.
 */
final class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    private final Path home;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path home, FileChannel lockFile, FileLock lock) {
        this.home = home;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made when it does not exist yet.
     *
     * @throws CannotStart when it is in use, cannot be written, or can be written by everybody
     */
    static DataFolder take(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        FileChannel lockFile = open(home);
        return new DataFolder(home, lockFile, lock(lockFile, home));
    }

    @Override
    public String toString() {
        return home.toString();
    }

    Path data() {
        return home.resolve("postgres");
    }

    Path programs() {
        return home.resolve("postgres-bin");
    }

    Path journal() {
        return home.resolve("postgres.log");
    }

    Path passwordFile() {
        return home.resolve("postgres-password");
    }

    /** Makes room for the programs, and closes it to others; the library opens it to everybody when it unpacks them. */
    void closePrograms() throws IOException {
        makeFolder(programs());
        closeToOthers(programs());
    }

    /** Notes that a start was finished, so that the data can be trusted to be whole. */
    void complete() throws IOException {
        Files.writeString(completed(), EmbeddedDatabase.MAJOR_VERSION);
    }

    /** Leaves the folder to the next. */
    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            log.debug("The lock was released already", e);
        }
    }

    /** @throws CannotStart when the data was written by another major version */
    void refuseOtherVersion() throws IOException {
        Path data = data();
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(EmbeddedDatabase.MAJOR_VERSION)) {
                throw new CannotStart("The data in " + data + " was written by PostgreSQL " + found
                        + " and this site brings " + EmbeddedDatabase.MAJOR_VERSION
                        + "; move it with pg_dump and psql, or choose"
                        + " another folder with shiporskip.data-folder.", null);
            }
        }
    }

    /** A first start that was cut short leaves half a data folder, which would never start; it is kept, under a new name. */
    void setAsideIncomplete() throws IOException {
        Path data = data();
        if (Files.exists(data) && !Files.exists(completed())) {
            Path aside = data.resolveSibling("postgres-incomplete-" + Instant.now().getEpochSecond());
            Files.move(data, aside);
            log.warn("Database   an unfinished first start was set aside as {}", aside);
        }
    }

    /** The password of the server, made at the first start. */
    String password() {
        return SecretFile.keptIn(passwordFile());
    }

    private Path completed() {
        return home.resolve("postgres-complete");
    }

    private static FileChannel open(Path home) {
        try {
            makeFolder(home);
            refuseWhereOthersWrite(home);
            return FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            String reason = switch (e) {
                case AccessDeniedException _ -> "this user may not write there";
                case FileAlreadyExistsException _ -> "a file is in its way";
                default -> e.getMessage();
            };
            throw new CannotStart("The data folder " + home + " cannot be used: " + reason
                    + "; choose another with shiporskip.data-folder, or set spring.datasource.url.", e);
        }
    }

    /** Makes the folder for its owner alone: the programs in it are run, and the library lets everybody write them. */
    static void makeFolder(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        Path parent = home.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (isPosix(home)) {
            Files.createDirectory(home,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(home);
        }
    }

    /** Whoever may write into the folder may put other programs in the place of those that the site runs. */
    private static void refuseWhereOthersWrite(Path home) throws IOException {
        if (isPosix(home) && Files.getPosixFilePermissions(home).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new CannotStart("The data folder " + home + " cannot be used: everybody may write there;"
                    + " close it with chmod o-w, or choose another with shiporskip.data-folder.", null);
        }
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileLock lock(FileChannel lockFile, Path home) {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (IOException | OverlappingFileLockException e) {
            log.debug("The lock of {} is taken", home, e);
        }
        throw new CannotStart("The data folder " + home + " is in use by another running site;"
                + " stop that one, or choose another folder with shiporskip.data-folder.", null);
    }
}
