package io.shiporskip.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretFileTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aSecretIsMadeOnceForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("data").resolve("key");

        String secret = SecretFile.keptIn(file);

        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(SecretFile.keptIn(file)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void twoWhoMakeItAtOnceEndWithTheSame() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            Path file = folder.resolve("key-" + round);
            Set<String> secrets = ConcurrentHashMap.newKeySet();
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(_ -> Thread.ofPlatform().start(() -> secrets.add(SecretFile.keptIn(file)))).toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(secrets).hasSize(1).containsExactly(SecretFile.keptIn(file));
        }
    }

    @Test
    void anEmptyFileHoldsNoSecret() throws IOException {
        Path file = Files.createFile(folder.resolve("key"));

        assertThat(SecretFile.keptIn(file)).hasSize(64);
    }

    @Test
    void whereAFolderStandsInItsWayItSaysWhich() throws IOException {
        Path file = folder.resolve("key");
        Files.createDirectories(file.resolve("more"));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SecretFile.keptIn(file))
                .withMessageContaining(file.toString());
    }
}
