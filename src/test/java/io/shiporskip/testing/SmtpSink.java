package io.shiporskip.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A mail server that treats each mail as a test wants: it takes it, refuses it, or breaks the connection at a bad moment. What
 * it takes it writes down, and the disc has it before the sender is told.
 */
public final class SmtpSink implements AutoCloseable {

    /** What happens to a mail. */
    public enum Mood {
        TAKE, GREET_BADLY, REFUSE_SENDER, CLOSING_AT_SENDER, DEFER_READER, REFUSE_READER, REFUSE_READER_BY_POLICY, FULL,
        CLOSING_AT_READER, SILENT_AT_READER, DROP_AT_READER, DROP_AT_DATA, DEFER_MAIL, REFUSE_MAIL,
        REFUSE_MAIL_FOR_READER, SILENT_DROP, TAKE_AND_DROP
    }

    private final ServerSocket server;
    private final Path taken;
    private final FileChannel notes;
    private final Function<String, Mood> moods;
    private final long delayMillis;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Mood, AtomicInteger> done = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * @param taken the file in which a line with reader and Message-ID stands for each mail that was taken
     * @param moods what happens to a mail to this address, asked once for each try
     * @param delayMillis how long it thinks before it answers to a mail
     */
    public SmtpSink(Path taken, Function<String, Mood> moods, long delayMillis) throws IOException {
        this.taken = taken;
        this.moods = moods;
        this.delayMillis = delayMillis;
        notes = FileChannel.open(taken, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads.execute(this::accept);
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** How often it has done this. */
    public int count(Mood mood) {
        AtomicInteger count = done.get(mood);
        return count == null ? 0 : count.get();
    }

    /** How many mails came to an end here, good or bad. */
    public int handled() {
        return done.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** A line with reader and Message-ID for each mail that was taken. */
    public List<String> taken() {
        try {
            return Files.readAllLines(taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> {
                    try (socket) {
                        new Talk(socket).go();
                    } catch (IOException _) {
                        // The other side is gone.
                    } finally {
                        open.remove(socket);
                    }
                });
            } catch (IOException _) {
                return;
            }
        }
    }

    private void note(String line) throws IOException {
        synchronized (notes) {
            notes.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            notes.force(false);
        }
    }

    private final class Talk {

        private final BufferedReader in;
        private final OutputStream out;
        private Mood mood = Mood.TAKE;
        private String reader = "";

        Talk(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
        }

        void go() throws IOException {
            if (moods.apply("") == Mood.GREET_BADLY) {
                say("554 5.3.2 not today");
                return;
            }
            say("220 sink.example ESMTP");
            String line = in.readLine();
            while (line != null && answer(line)) {
                line = in.readLine();
            }
        }

        private boolean answer(String line) throws IOException {
            String command = line.toUpperCase(java.util.Locale.ROOT);
            if (command.startsWith("EHLO") || command.startsWith("RSET")) {
                return say("250 ok");
            } else if (command.startsWith("MAIL FROM:")) {
                Mood now = moods.apply("");
                return switch (now) {
                    case REFUSE_SENDER -> say("550 5.7.1 you are not welcome");
                    case CLOSING_AT_SENDER -> say("421 4.3.2 closing") && false;
                    default -> say("250 2.1.0 ok");
                };
            } else if (command.startsWith("RCPT TO:")) {
                return reader(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            } else if (command.equals("DATA")) {
                return mail();
            }
            say("221 2.0.0 bye");
            return false;
        }

        private boolean reader(String address) throws IOException {
            reader = address;
            mood = moods.apply(address);
            String answer = switch (mood) {
                case DEFER_READER -> "450 4.2.0 <" + address + ">: try later";
                case REFUSE_READER -> "550 5.1.1 <" + address + ">: no such user";
                case REFUSE_READER_BY_POLICY -> "554 5.7.1 <" + address + ">: relay access denied";
                case FULL -> "552 5.2.2 <" + address + ">: mailbox full";
                case CLOSING_AT_READER -> "421 4.3.2 closing";
                case DROP_AT_READER, SILENT_AT_READER -> "";
                default -> "250 2.1.5 ok";
            };
            if (answer.isEmpty()) {
                count();
                return mood == Mood.SILENT_AT_READER;
            }
            if (!answer.startsWith("250")) {
                count();
            }
            return say(answer) && mood != Mood.CLOSING_AT_READER;
        }

        private boolean mail() throws IOException {
            if (mood == Mood.DROP_AT_DATA) {
                count();
                return false;
            }
            say("354 go ahead");
            String id = "";
            String line = in.readLine();
            while (line != null && !line.equals(".")) {
                if (line.regionMatches(true, 0, "Message-ID: ", 0, 12)) {
                    id = line.substring(12);
                }
                line = in.readLine();
            }
            if (line == null) {
                return false;
            }
            think();
            count();
            return switch (mood) {
                case DEFER_MAIL -> say("451 4.3.0 busy");
                case REFUSE_MAIL -> say("554 5.7.1 we do not like it");
                case REFUSE_MAIL_FOR_READER -> say("550 5.1.1 " + reader + " unknown");
                case SILENT_DROP -> false;
                case TAKE_AND_DROP -> {
                    note(reader + " " + id);
                    yield false;
                }
                default -> {
                    note(reader + " " + id);
                    yield say("250 2.0.0 taken");
                }
            };
        }

        private void think() {
            try {
                // It plays a slow server: nothing is awaited here, and no assertion rests on how long it takes.
                Thread.sleep(delayMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void count() {
            done.computeIfAbsent(mood, _ -> new AtomicInteger()).incrementAndGet();
        }

        private boolean say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
        notes.close();
    }
}
