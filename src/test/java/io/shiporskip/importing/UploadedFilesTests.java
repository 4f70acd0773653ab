package io.shiporskip.importing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadedFilesTests {

    @Test
    void anArchiveGivesItsToolsAndShelves() {
        UploadedFiles files = open("makers.yaml", "m", "tools/a.yaml", "a", "tools/b.yaml", "b", "README.md", "r",
                "tools/deep/c.yaml", "c", "__MACOSX/tools/._a.yaml", "x");

        assertThat(files.shelves()).containsExactly(Map.entry("makers.yaml", "m"));
        assertThat(tools(files)).containsExactly(Map.entry("tools/a.yaml", "a"), Map.entry("tools/b.yaml", "b"));
        assertThat(files.passedOver()).isEqualTo(3);
    }

    @Test
    void aFolderMayBePackedWithItsName() {
        UploadedFiles files = open("my catalogue/kinds.yaml", "k", "my catalogue/tools/a.yaml", "a",
                "__MACOSX/my catalogue/._x", "x");

        assertThat(files.shelves()).containsOnlyKeys("kinds.yaml");
        assertThat(tools(files)).containsOnlyKeys("tools/a.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = { "../tools/a.yaml", "tools/../../a.yaml", "/etc/a.yaml", "tools\\..\\a.yaml", "C:/a.yaml",
        "tools/a\nb.yaml" })
    void aNameThatLeadsOutIsRefused(String name) {
        refused("outside", archive(name, "a"));
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() {
        refused("more than 1 MB", archive("tools/a.yaml", "x".repeat(UploadedFiles.LARGEST_ENTRY + 1)));
        refused("more than 1 MB", archive("big.bin", "x".repeat(5 * UploadedFiles.LARGEST_ENTRY)));
        String[] bomb = new String[2 * 130];
        for (int i = 0; i < bomb.length; i += 2) {
            bomb[i] = "tools/" + i + ".yaml";
            bomb[i + 1] = "x".repeat(UploadedFiles.LARGEST_ENTRY);
        }
        refused("more than 128 MB", archive(bomb));
    }

    @Test
    void tooManyFilesAreRefused() {
        String[] many = new String[2 * (UploadedFiles.MOST_ENTRIES + 1)];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "tools/" + i + ".yaml";
            many[i + 1] = "";
        }
        refused("more than 20,000 files", archive(many));
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        refused("no .zip file", "just text".getBytes(StandardCharsets.UTF_8));
        byte[] cut = archive("tools/a.yaml", "abcdefgh".repeat(1000));
        refused("damaged", Arrays.copyOf(cut, 60));
        refused("no catalogue files", archive("README.md", "x"));
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatExceptionOfType(UploadRefused.class)
                .isThrownBy(() -> new UploadedFiles(new Upload(
                        List.of(new Upload.Part("tools.csv", new byte[]{ 's', (byte) 0xE4, '\n' })))).table())
                .withMessage("tools.csv is no text in UTF-8. Save it as UTF-8 and send it again.");
    }

    @Test
    void filesThatDoNotGoTogetherAreRefused() {
        for (String names : List.of("a.zip b.zip", "a.csv b.yaml", "a.txt", "a.yaml a.json")) {
            assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> new Upload(
                    List.of(names.split(" ")).stream().map(name -> new Upload.Part(name, new byte[1])).toList()))
                    .withMessageStartingWith("Send one .zip");
        }
        assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> new Upload(List.of()))
                .withMessageStartingWith("Choose a file first.");
        assertThatExceptionOfType(UploadRefused.class)
                .isThrownBy(() -> new Upload(List.of(new Upload.Part("a.csv", new byte[Upload.MOST_BYTES + 1]))))
                .withMessageStartingWith("That is more than 8 MB.");
    }

    private static void refused(String words, byte[] archive) {
        assertThatExceptionOfType(UploadRefused.class).isThrownBy(() -> open(archive)).withMessageContaining(words);
    }

    private static UploadedFiles open(String... namesAndTexts) {
        return open(archive(namesAndTexts));
    }

    private static UploadedFiles open(byte[] archive) {
        return new UploadedFiles(new Upload(List.of(new Upload.Part("catalogue.zip", archive))));
    }

    private static Map<String, String> tools(UploadedFiles files) {
        Map<String, String> tools = new LinkedHashMap<>();
        files.eachTool(tools::put);
        return tools;
    }

    private static byte[] archive(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
