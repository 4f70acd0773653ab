package io.shiporskip.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process over a data folder, as PostgreSQL's own note {@code postmaster.pid} names it. */
final class PostgresProcess {

    private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);

    private PostgresProcess() {}

    /** The process that runs over the data, if one does. */
    static Optional<ProcessHandle> over(Path data) throws IOException {
        Path note = data.resolve("postmaster.pid");
        return Files.exists(note) ? running(Files.readAllLines(note)).filter(PostgresProcess::isPostgres)
                : Optional.empty();
    }

    /**
     * After the site was killed its PostgreSQL lives on. The lock says that no other site owns it, so it is stopped. A
     * process id that now belongs to some other program, or to another PostgreSQL, is left alone. A note that came with a
     * copy or a move of the folder may name a PostgreSQL at work elsewhere, which only a person can tell.
     */
    static void stopLeftover(Path data) throws IOException {
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
        ProcessHandle leftover = named.filter(PostgresProcess::isPostgres).orElse(null);
        if (leftover == null || (writtenHere && !mayRunOver(leftover, data))) {
            Files.deleteIfExists(note);
            return;
        }
        if (!writtenHere) {
            throw new CannotStart("The note " + note + " names a running PostgreSQL over another folder"
                    + " (process " + leftover.pid() + "); delete the note where the folder is a copy, or end that"
                    + " process where the folder was moved.", null);
        }
        log.info("Database   a PostgreSQL left over from a killed site is stopped first");
        stopFast(leftover, data);
        try {
            leftover.onExit().get(EmbeddedDatabase.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart("The PostgreSQL over " + data + " that a killed site left over (process "
                    + leftover.pid() + ") does not stop; end it by hand, then start again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the PostgreSQL over " + data + " was interrupted.", e);
        }
    }

    /** The process that a note names, if there is one. */
    private static Optional<ProcessHandle> running(List<String> note) {
        return note.stream().findFirst().map(String::strip).filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** SIGINT sends the clients away; at the usual SIGTERM PostgreSQL would wait until the last of them has gone. */
    private static void stopFast(ProcessHandle postgres, Path data) throws IOException {
        if (DataFolder.isPosix(data)) {
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
}
