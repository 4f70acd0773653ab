package io.shiporskip.testing;

import io.shiporskip.ShipOrSkip;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.awaitility.Awaitility.await;

/**
 * The whole site in a process of its own, which a test can kill: without the classes of the tests, on the loopback address, at
 * a free port. What it says stands in a log file.
 */
public final class SiteProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Pattern READY = Pattern.compile("Ready +http://localhost:([0-9]+)");

    private final Process process;
    private final Path log;
    private final long alreadySaid;

    private SiteProcess(Process process, Path log, long alreadySaid) {
        this.process = process;
        this.log = log;
        this.alreadySaid = alreadySaid;
    }

    /**
     * Starts the site and does not wait for it.
     *
     * @param log where its words are added
     * @param arguments properties such as {@code --shiporskip.data-folder=...}
     */
    public static SiteProcess start(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx384m", "-cp", classPath(), ShipOrSkip.class.getName(),
                        "--server.port=0", "--server.address=127.0.0.1"));
        command.addAll(arguments);
        try {
            long alreadySaid = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile())).start();
            return new SiteProcess(process, log, alreadySaid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it answers, and gives its address. */
    public URI awaitReady() {
        return await().atMost(START).pollInterval(Duration.ofMillis(50)).until(this::address, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<URI> address() throws IOException {
        String said = said();
        Matcher ready = READY.matcher(said);
        if (ready.find()) {
            return Optional.of(URI.create("http://127.0.0.1:" + ready.group(1)));
        }
        if (!process.isAlive()) {
            throw new AssertionError("the site ended early: " + said);
        }
        return Optional.empty();
    }

    /** What it has said since it was started. */
    public String said() throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(alreadySaid, all.length);
        return new String(all, from, all.length - from, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Ends it with SIGKILL; what it has started lives on. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("a killed process does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
