package io.shiporskip.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL that comes with the site: one server process over one data folder, used by one site at a time. What it
 * acknowledged survives the end of the site, however that end comes. A server that ends while the site goes on is started
 * again at the same place.
 *
 * <p>The folder holds {@code postgres} (the data), {@code postgres-complete} (the mark that its first start was finished),
 * {@code postgres-bin} (the programs, unpacked), {@code postgres.log}, {@code postgres-password} and {@code lock}.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** The major version of the programs that are carried, and so of the data folder. */
    static final String MAJOR_VERSION = "18";

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What the processes of a killed server need to notice that it is gone, and to leave its memory. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int ANY_PORT = 0;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Path data;
    private final String password;
    private final CountDownLatch closing = new CountDownLatch(1);
    private EmbeddedPostgres server;

    private EmbeddedDatabase(FileChannel lockFile, FileLock lock, EmbeddedPostgres server, Path data,
            String password) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.server = server;
        this.data = data;
        this.password = password;
    }

    /**
     * Starts the server over the folder, which is made when it does not exist yet.
     *
     * @throws EmbeddedDatabaseFailure when the folder is in use, cannot be written or holds another version's data, or
     *             when the server does not come up; the message says what to do
     */
    static EmbeddedDatabase start(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        FileChannel lockFile = open(home);
        FileLock lock = lock(lockFile, home);
        try {
            Path data = home.resolve("postgres");
            refuseOtherVersion(data);
            stopLeftover(data);
            setAsideIncomplete(data);
            String password = password(home.resolve("postgres-password"));
            Path programs = home.resolve("postgres-bin");
            makeFolder(programs);
            closeToOthers(programs);
            EmbeddedPostgres server = server(home, data, password, ANY_PORT);
            EmbeddedDatabase database = new EmbeddedDatabase(lockFile, lock, server, data, password);
            try {
                // The library opens the folder to everybody when it unpacks the programs.
                closeToOthers(programs);
                Files.writeString(completed(data), MAJOR_VERSION);
            } catch (IOException e) {
                server.close();
                throw e;
            }
            Thread.ofPlatform().daemon().name("embedded-postgres").start(database::keepRunning);
            return database;
        } catch (IOException | RuntimeException e) {
            release(lockFile, lock);
            throw e instanceof EmbeddedDatabaseFailure failure ? failure
                    : new EmbeddedDatabaseFailure("The PostgreSQL over " + home + " does not start: " + e.getMessage()
                            + "; its own words are in " + home.resolve("postgres.log") + ".", e);
        }
    }

    synchronized String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    String password() {
        return password;
    }

    /** Stops the server after what it is doing, and leaves the folder to the next. */
    @Override
    public void close() {
        closing.countDown();
        stop();
    }

    private synchronized void stop() {
        try {
            if (postgres().isEmpty()) {
                log.warn("Database   its PostgreSQL had ended before; {} says why",
                        data.resolveSibling("postgres.log"));
            }
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(lockFile, lock);
        }
    }

    /** Waits for the server's end; where nobody asked for it, starts the server again over the same data and port. */
    private void keepRunning() {
        try {
            do {
                postgres().ifPresent(process -> process.onExit().join());
            } while (!closing.await(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS) && startAgain());
        } catch (IOException e) {
            log.error("Database   its PostgreSQL is no longer watched; restart the site if it ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean startAgain() throws IOException {
        if (closing.getCount() == 0) {
            return false;
        }
        if (postgres().isPresent()) {
            return true;
        }
        Path home = data.resolveSibling(".").normalize();
        log.warn("Database   its PostgreSQL has ended and is started again; {} says why", home.resolve("postgres.log"));
        int port = server.getPort();
        server.close();
        server = server(home, data, password, port);
        return true;
    }

    /** Its server process, as long as that runs. */
    private Optional<ProcessHandle> postgres() throws IOException {
        Path note = data.resolve("postmaster.pid");
        return Files.exists(note) ? running(Files.readAllLines(note)).filter(EmbeddedDatabase::isPostgres)
                : Optional.empty();
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
            throw new EmbeddedDatabaseFailure("The data folder " + home + " cannot be used: " + reason
                    + "; choose another with shiporskip.data-folder, or set spring.datasource.url.", e);
        }
    }

    /** Makes the folder for its owner alone: the programs in it are run, and the library lets everybody write them. */
    private static void makeFolder(Path home) throws IOException {
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
            throw new EmbeddedDatabaseFailure("The data folder " + home + " cannot be used: everybody may write there;"
                    + " close it with chmod o-w, or choose another with shiporskip.data-folder.", null);
        }
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileLock lock(FileChannel lockFile, Path home) {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
            log.debug("The lock of {} is taken", home, e);
        }
        throw new EmbeddedDatabaseFailure("The data folder " + home + " is in use by another running site;"
                + " stop that one, or choose another folder with shiporskip.data-folder.", null);
    }

    private static void refuseOtherVersion(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new EmbeddedDatabaseFailure("The data in " + data + " was written by PostgreSQL " + found
                        + " and this site brings " + MAJOR_VERSION + "; move it with pg_dump and psql, or choose"
                        + " another folder with shiporskip.data-folder.", null);
            }
        }
    }

    /**
     * After the site was killed its PostgreSQL lives on. The lock says that no other site owns it, so it is stopped. A
     * process id that now belongs to some other program, or to another PostgreSQL, is left alone. A note that came with a
     * copy or a move of the folder may name a PostgreSQL at work elsewhere, which only a person can tell.
     */
    private static void stopLeftover(Path data) throws IOException {
        Path note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        // The lines of the note: the process, its data folder, and more; few or none where the machine went down first.
        List<String> lines = Files.readAllLines(note);
        boolean writtenHere = lines.size() > 1 && isSame(lines.get(1).strip(), data);
        Optional<ProcessHandle> named = running(lines);
        if (named.isPresent() && named.get().info().command().isEmpty()) {
            log.debug("What process {} of {} is cannot be seen; PostgreSQL itself will tell", named.get().pid(), note);
            return;
        }
        ProcessHandle leftover = named.filter(EmbeddedDatabase::isPostgres).orElse(null);
        if (leftover == null || (writtenHere && !mayRunOver(leftover, data))) {
            Files.deleteIfExists(note);
            return;
        }
        if (!writtenHere) {
            throw new EmbeddedDatabaseFailure("The note " + note + " names a running PostgreSQL over another folder"
                    + " (process " + leftover.pid() + "); delete the note where the folder is a copy, or end that"
                    + " process where the folder was moved.", null);
        }
        log.info("Database   a PostgreSQL left over from a killed site is stopped first");
        stopFast(leftover, data);
        try {
            leftover.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedDatabaseFailure("The PostgreSQL over " + data + " that a killed site left over (process "
                    + leftover.pid() + ") does not stop; end it by hand, then start again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseFailure("The start of the PostgreSQL over " + data + " was interrupted.", e);
        }
    }

    /** The process that a note names, if there is one. */
    private static Optional<ProcessHandle> running(List<String> note) {
        return note.stream().findFirst().map(String::strip).filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** SIGINT sends the clients away; at the usual SIGTERM PostgreSQL would wait until the last of them has gone. */
    private static void stopFast(ProcessHandle postgres, Path data) throws IOException {
        if (isPosix(data)) {
            // The shell's own kill, because small images have no other.
            new ProcessBuilder("sh", "-c", "kill -INT " + postgres.pid()).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start();
        } else {
            postgres.destroy();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive() && process.info().command().orElse("").contains("postgres");
    }

    /** Whether its arguments name the folder; where the system does not tell them, the note is believed. */
    private static boolean mayRunOver(ProcessHandle process, Path data) {
        return process.info().arguments()
                .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> isSame(argument, data))).orElse(true);
    }

    private static boolean isSame(String path, Path data) {
        try {
            return Files.isSameFile(Path.of(path), data);
        } catch (IOException | InvalidPathException _) {
            return false;
        }
    }

    /** A first start that was cut short leaves half a data folder, which would never start; it is kept, under a new name. */
    private static void setAsideIncomplete(Path data) throws IOException {
        if (Files.exists(data) && !Files.exists(completed(data))) {
            Path aside = data.resolveSibling("postgres-incomplete-" + Instant.now().getEpochSecond());
            Files.move(data, aside);
            log.warn("Database   an unfinished first start was set aside as {}", aside);
        }
    }

    private static Path completed(Path data) {
        return data.resolveSibling("postgres-complete");
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
            // The start that made the file ended before it wrote, so no server knows a password yet.
            Files.delete(file);
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password);
        return password;
    }

    private static EmbeddedPostgres server(Path home, Path data, String password, int port) throws IOException {
        File journal = home.resolve("postgres.log").toFile();
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(data).setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-bin").toFile()).setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(journal)).setErrorRedirector(Redirect.appendTo(journal))
                .setPGStartupWait(PATIENCE)
                // Nobody else on this machine gets in: a password, and no socket in a shared folder.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve("postgres-password").toString())
                .setConnectConfig("password", password).setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // The library starts it for tests, with durability off; here it is kept.
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").setServerConfig("max_connections", "60").start();
    }

    private static void release(FileChannel lockFile, FileLock lock) {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            log.debug("The lock was released already", e);
        }
    }
}
