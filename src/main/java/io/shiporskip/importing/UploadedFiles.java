package io.shiporskip.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The texts in an upload. An archive is never unpacked: each entry is read, handed on and forgotten, within limits of number and
 * size that count what comes out and believe nothing that the archive says of itself.
 */
final class UploadedFiles {

    static final int MOST_ENTRIES = 20_000;
    static final int LARGEST_ENTRY = 1024 * 1024;
    static final long MOST_UNPACKED = 128L * 1024 * 1024;
    static final List<String> SHELVES = List.of("makers.yaml", "categories.yaml", "kinds.yaml", "reviewers.yaml");

    /** One catalogue has four; a few more may lie about. */
    private static final int MOST_SHELVES = 20;

    private final Upload upload;
    private final Map<String, String> shelves = new HashMap<>();
    private String folder = "";
    private int passedOver;

    /** @throws UploadRefused when the archive cannot be read, is too much, or wants to write where it should not */
    UploadedFiles(Upload upload) {
        this.upload = upload;
        if (archive()) {
            look();
        }
    }

    /** The files of makers, categories, kinds and reviewers that are there, by name. */
    Map<String, String> shelves() {
        return shelves;
    }

    /** How many files of the archive are none that the site reads. */
    int passedOver() {
        return passedOver;
    }

    /** The table, where the upload is one. */
    Optional<String> table() {
        return upload.files().getFirst().is(".csv") ? Optional.of(text(upload.files().getFirst().name(),
                upload.files().getFirst().bytes())) : Optional.empty();
    }

    /** Gives the name and text of each tool's file, one after the other. */
    void eachTool(BiConsumer<String, String> tool) {
        if (archive()) {
            each((name, bytes) -> {
                if (isTool(name)) {
                    tool.accept(inFolder(name), text(name, bytes));
                }
            });
        } else if (!upload.files().getFirst().is(".csv")) {
            upload.files().forEach(file -> tool.accept(file.name(), text(file.name(), file.bytes())));
        }
    }

    private boolean archive() {
        return upload.files().getFirst().is(".zip");
    }

    /** The first reading: whether all is as it should be, and what every tool may refer to. */
    private void look() {
        Set<String> names = new HashSet<>();
        Map<String, byte[]> candidates = new HashMap<>();
        each((name, bytes) -> {
            if (!names.add(name)) {
                throw new UploadRefused("The archive holds " + name + " twice.");
            }
            // Which folder counts is known at the end only; one in a folder of a folder never does.
            if (SHELVES.contains(name.substring(name.indexOf('/') + 1))) {
                candidates.put(name, bytes);
            }
            if (candidates.size() > MOST_SHELVES) {
                throw new UploadRefused("The archive holds several catalogues.");
            }
        });
        folder = commonFolder(names);
        SHELVES.forEach(shelf -> Optional.ofNullable(candidates.get(folder + shelf))
                .ifPresent(bytes -> shelves.put(shelf, text(folder + shelf, bytes))));
        passedOver = (int) names.stream()
                .filter(name -> !isTool(name) && !SHELVES.contains(inFolder(name))).count();
        if (passedOver == names.size()) {
            throw new UploadRefused(
                    "The archive holds no catalogue files. They are called makers.yaml, categories.yaml,"
                            + " kinds.yaml, reviewers.yaml and tools/<slug>.yaml.");
        }
    }

    private void each(BiConsumer<String, byte[]> file) {
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(upload.files().getFirst().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (++entries > MOST_ENTRIES) {
                    throw new UploadRefused("The archive holds more than 20,000 files.");
                }
                if (leadsOut(name)) {
                    throw new UploadRefused("The archive names a file that would lie outside of it: " + name);
                }
                byte[] bytes = zip.readNBytes(LARGEST_ENTRY + 1);
                unpacked += bytes.length;
                if (bytes.length > LARGEST_ENTRY) {
                    throw new UploadRefused("The archive holds a file of more than 1 MB: " + name);
                }
                if (unpacked > MOST_UNPACKED) {
                    throw new UploadRefused("The archive unpacks to more than 128 MB.");
                }
                if (!entry.isDirectory()) {
                    file.accept(name, bytes);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UploadRefused("The archive cannot be read: it is damaged, encrypted, or no .zip file.");
        }
        if (entries == 0) {
            throw new UploadRefused("The archive cannot be read: it is empty, or no .zip file.");
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/") || name.indexOf('\\') >= 0 || name.matches("^[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..") || name.chars().anyMatch(Character::isISOControl);
    }

    /** Somebody who packs a folder packs its name as well. */
    private static String commonFolder(Set<String> names) {
        List<String> catalogue = names.stream().filter(name -> !name.startsWith("__MACOSX/") && name.contains("/"))
                .filter(name -> name.endsWith(".yaml")).toList();
        if (catalogue.isEmpty()
                || names.stream().anyMatch(name -> name.startsWith("tools/") || SHELVES.contains(name))) {
            return "";
        }
        String first = catalogue.getFirst().substring(0, catalogue.getFirst().indexOf('/') + 1);
        return catalogue.stream().allMatch(name -> name.startsWith(first)) ? first : "";
    }

    private String inFolder(String name) {
        return name.startsWith(folder) ? name.substring(folder.length()) : "";
    }

    private boolean isTool(String name) {
        return inFolder(name).matches("tools/[^/]+[.]yaml");
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new UploadRefused(name + " is no text in UTF-8. Save it as UTF-8 and send it again.");
        }
    }
}
