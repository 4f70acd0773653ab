package io.shiporskip.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of mails as files, the newest ones of them. Each file is a mail as it would have been sent, so any mail program
 * opens it.
 */
final class LocalMailbox {

    /** How many mails are kept. */
    static final int KEPT = 500;

    private static final String ENDING = ".eml";
    /** The moment in milliseconds, so that names sort by it, and eight random hexadecimal digits. */
    private static final Pattern ID = Pattern.compile("[0-9]{13}-[0-9a-f]{8}");

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());
    private final SecureRandom random = new SecureRandom();

    LocalMailbox(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Session session() {
        return session;
    }

    /** Adds a mail, whole or not at all, and drops the oldest ones beyond {@link #KEPT}. */
    synchronized void add(MimeMessage mail, Instant now) throws IOException, MessagingException {
        Files.createDirectories(folder, forTheOwnerAlone());
        String id = "%013d-%08x".formatted(now.toEpochMilli(), random.nextInt());
        Path written = Files.createTempFile(folder, "new-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                mail.writeTo(out);
            }
            Files.move(written, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        List<String> ids = ids();
        for (String old : ids.subList(Math.min(KEPT, ids.size()), ids.size())) {
            Files.deleteIfExists(folder.resolve(old + ENDING));
        }
    }

    /** The mails, the newest first. */
    List<MailView> mails() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The mail with this id, as long as it is kept. */
    Optional<MailView> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(folder.resolve(id + ENDING))) {
            return Optional.of(view(id, new MimeMessage(session, in)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the mail " + id + " cannot be read", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail " + id + " cannot be read", e);
        }
    }

    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches()).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    private static MailView view(String id, MimeMessage mail) throws MessagingException, IOException {
        List<MailView.Header> headers = new ArrayList<>();
        Collections.list(mail.getAllHeaders())
                .forEach(header -> headers.add(new MailView.Header(header.getName(), readable(header.getValue()))));
        return new MailView(id, Instant.ofEpochMilli(Long.parseLong(id.substring(0, 13))),
                mail.getSubject() == null ? "" : mail.getSubject(), readable(mail.getHeader("To", ", ")), headers,
                part(mail, "text/plain"), part(mail, "text/html"));
    }

    private static String readable(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (java.io.UnsupportedEncodingException _) {
            return header;
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private FileAttribute<?>[] forTheOwnerAlone() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
                : new FileAttribute<?>[0];
    }
}
