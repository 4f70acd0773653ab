package io.shiporskip.platform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Tests that only look share one running database; the others have a folder each. The programs are unpacked once. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class EmbeddedDatabaseTests {

    @TempDir
    static Path shared;

    static Path runningFolder;

    static EmbeddedDatabase running;

    static Path startedOnce;

    @TempDir
    Path temporary;

    Path folder;

    @BeforeAll
    static void oneIsRunning() throws IOException {
        Files.createDirectory(shared.resolve("postgres-bin"));
        runningFolder = shared.resolve("running");
        running = EmbeddedDatabase.start(runningFolder);
        startedOnce = Files.createDirectory(shared.resolve("started-once"));
        Files.createSymbolicLink(startedOnce.resolve("postgres-bin"), shared.resolve("postgres-bin"));
        EmbeddedDatabase.start(startedOnce).close();
    }

    @AfterAll
    static void itStops() {
        running.close();
    }

    @BeforeEach
    void theProgramsAreAtHand() throws IOException {
        folder = temporary.resolve("data");
        Files.createDirectory(folder);
        Files.createSymbolicLink(folder.resolve("postgres-bin"), shared.resolve("postgres-bin"));
    }

    /** Puts into the folder what a first start leaves there, for tests of what comes after it. */
    private void startedOnceBefore() throws IOException {
        try (Stream<Path> files = Files.walk(startedOnce)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(startedOnce.relativize(file).toString());
                if (Files.notExists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept (text text)");
            execute(database, "insert into kept values ('ship')");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select text from kept")).isEqualTo("ship");
        }
    }

    @ParameterizedTest
    @CsvSource({ "3,false", "2,true" })
    void whatWasAcknowledgedSurvivesKill9(int kills, boolean alsoItsPostgres) throws Exception {
        int acknowledged = 0;
        for (int kill = 0; kill < kills; kill++) {
            try (RunningSite site = new RunningSite(folder)) {
                acknowledged = site.writeAtLeast(acknowledged + 50);
                acknowledged = Math.max(acknowledged, alsoItsPostgres ? site.killWithItsPostgres() : site.killAlone());
            }
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                int written = acknowledged;
                assertThat(Integer.parseInt(query(database, "select max(number) from written")))
                        .isGreaterThanOrEqualTo(written);
                assertThat(query(database, "select count(*) from written"))
                        .isEqualTo(query(database, "select max(number) from written"));
                acknowledged = Integer.parseInt(query(database, "select max(number) from written"));
            }
        }
    }

    @Test
    void aSecondSiteOnTheSameFolderIsRefused() throws Exception {
        startedOnceBefore();
        try (RunningSite site = new RunningSite(folder)) {
            site.writeAtLeast(1);

            assertThat(refusal(folder)).isEqualTo("The data folder " + folder + " is in use by another running site;"
                    + " stop that one, or choose another folder with shiporskip.data-folder.");
            assertThat(site.writeAtLeast(2)).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aSecondStartInTheSameProcessIsRefused() throws SQLException {
        assertThat(refusal(runningFolder)).contains("is in use by another running site");
        assertThat(query(running, "select 1")).isEqualTo("1");
    }

    @Test
    void theDataOfAnotherVersionIsLeftAlone() throws IOException {
        Path version = Files.createDirectory(folder.resolve("postgres")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThat(refusal(folder)).isEqualTo("The data in " + folder.resolve("postgres")
                + " was written by PostgreSQL 17 and this site brings 18; move it with pg_dump and psql, or choose"
                + " another folder with shiporskip.data-folder.");
        assertThat(version).hasContent("17");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");

        assertThat(refusal(file)).startsWith("The data folder " + file + " cannot be used")
                .endsWith("; choose another with shiporskip.data-folder, or set spring.datasource.url.")
                .doesNotContain("Exception");
        assertThat(file).hasContent("text");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path below = Files.writeString(temporary.resolve("file"), "text").resolve("data");

        assertThat(refusal(below)).startsWith("The data folder " + below + " cannot be used")
                .endsWith("; choose another with shiporskip.data-folder, or set spring.datasource.url.")
                .doesNotContain("Exception");
    }

    @Test
    void anUnfinishedFirstStartIsSetAside() throws IOException, SQLException {
        Path data = Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("half"), "written");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("postgres-incomplete-")))
                    .singleElement().satisfies(aside -> assertThat(aside.resolve("half")).hasContent("written"));
        }
    }

    @Test
    void aPasswordThatWasNeverWrittenIsMadeAnew() throws IOException, SQLException {
        Files.createFile(folder.resolve("postgres-password"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(database.password()).hasSize(64);
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aNoteWithoutAProcessIdDoesNotKeepItFromStarting() throws IOException, SQLException {
        startedOnceBefore();
        for (String note : List.of("", "\n", "no number\n")) {
            Files.writeString(folder.resolve("postgres/postmaster.pid"), note);

            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                assertThat(query(database, "select 1")).as("after the note %s", note).isEqualTo("1");
            }
        }
    }

    @Test
    void aPostgresOfSomebodyElseThatHasTheProcessIdTodayIsNotStopped() throws IOException, SQLException {
        startedOnceBefore();
        Files.write(folder.resolve("postgres/postmaster.pid"),
                List.of(Files.readAllLines(runningFolder.resolve("postgres/postmaster.pid")).getFirst(),
                        folder.resolve("postgres").toString()));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        assertThat(query(running, "select 1")).isEqualTo("1");
    }

    @Test
    void aCopyOfAFolderAtWorkDoesNotStopTheOriginal() throws IOException, SQLException {
        Path data = Files.createDirectory(folder.resolve("postgres"));
        Files.copy(runningFolder.resolve("postgres/PG_VERSION"), data.resolve("PG_VERSION"));
        Files.copy(runningFolder.resolve("postgres/postmaster.pid"), data.resolve("postmaster.pid"));

        assertThat(refusal(folder)).startsWith("The note ").contains("names a running PostgreSQL over another");
        assertThat(query(running, "select 1")).isEqualTo("1");
    }

    @Test
    void aLeftoverWithAClientIsStoppedWithoutWaitingForTheClient() throws Exception {
        startedOnceBefore();
        try (RunningSite site = new RunningSite(folder)) {
            site.writeAtLeast(1);
            String port = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3);
            try (Connection client = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres",
                    EmbeddedDatabase.USER, Files.readString(folder.resolve("postgres-password")))) {
                site.killAlone();
                assertThat(client.isValid(5)).isTrue();

                try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                    assertThat(query(database, "select 1")).isEqualTo("1");
                }
            }
        }
    }

    @Test
    void aFolderThatEverybodyMayWriteIsRefused() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(refusal(folder))
                .isEqualTo("The data folder " + folder + " cannot be used: everybody may write there;"
                        + " close it with chmod o-w, or choose another with shiporskip.data-folder.");
    }

    @Test
    void itsEndIsNoSurpriseToTheStopOfTheSite() throws Exception {
        startedOnceBefore();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            ProcessHandle postgres = ProcessHandle.of(Long.parseLong(
                    Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst())).orElseThrow();
            postgres.destroyForcibly();
            postgres.onExit().get(20, TimeUnit.SECONDS);
            database.close();

            assertThat(Files.exists(folder.resolve("postgres-complete"))).isTrue();
        }
    }

    @Test
    void aServerThatIsKilledUnderARunningSiteComesBackAtTheSamePlace() throws Exception {
        startedOnceBefore();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String url = database.jdbcUrl();
            execute(database, "create table kept (value text)");
            for (int kill = 1; kill <= 2; kill++) {
                execute(database, "insert into kept values ('row')");
                ProcessHandle postgres = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst())).orElseThrow();
                postgres.destroyForcibly();
                postgres.onExit().get(20, TimeUnit.SECONDS);
                String rows = String.valueOf(kill);
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                        .until(() -> query(database, "select count(*) from kept").equals(rows));
            }
            assertThat(database.jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void nobodyWithoutThePasswordGetsIn() throws IOException {
        for (String wrong : List.of("", "postgres", "wrong", running.password() + "x")) {
            assertThatExceptionOfType(SQLException.class).as("password %s", wrong).isThrownBy(
                    () -> DriverManager.getConnection(running.jdbcUrl(), EmbeddedDatabase.USER, wrong).close());
        }
        assertThat(running.password()).hasSize(64);
        assertThat(Files.readString(runningFolder.resolve("postgres/pg_hba.conf")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))).isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void nobodyButItsOwnerMayLookIntoTheFolderThatItMakes() throws IOException {
        for (Path kept : List.of(runningFolder, runningFolder.resolve("postgres-bin"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).as("%s", kept)
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions
                .toString(Files.getPosixFilePermissions(runningFolder.resolve("postgres-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingThatProtectsTheDataIsTurnedOff() throws SQLException {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes")).allSatisfy(
                setting -> assertThat(query(running, "show " + setting)).as(setting).isEqualTo("on"));
        assertThat(query(running, "show server_version_num")).startsWith(EmbeddedDatabase.MAJOR_VERSION);
        assertThat(query(running, "show listen_addresses")).isEqualTo("localhost");
        assertThat(query(running, "show unix_socket_directories")).isEmpty();
    }

    /** The refusal of a start: one sentence that names the folder. */
    private static String refusal(Path folder) {
        CannotStart failure = catchThrowableOfType(CannotStart.class,
                () -> EmbeddedDatabase.start(folder).close());
        assertThat(failure).isNotNull();
        assertThat(failure).hasMessageContaining(folder.toString()).message().doesNotContain("\n")
                .doesNotContainPattern("[.] [A-Z]").endsWith(".");
        return String.valueOf(failure.getMessage());
    }

    private static void execute(EmbeddedDatabase database, String statement) throws SQLException {
        try (Connection connection = connect(database); Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private static String query(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
    }

    /** A site in a process of its own, which only its test knows and ends. */
    private static final class RunningSite implements AutoCloseable {

        private final Path folder;
        private final Process process;
        private final BufferedReader output;
        private int acknowledged;

        RunningSite(Path folder) throws IOException {
            this.folder = folder;
            this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                    EmbeddedDatabaseProcess.class.getName(), folder.toString())
                    .redirectError(Redirect.appendTo(folder.resolve("site.log").toFile())).start();
            this.output = process.inputReader(StandardCharsets.UTF_8);
        }

        /** Waits until the site says that this number is written, and gives the last one that it has said. */
        int writeAtLeast(int number) throws IOException {
            while (acknowledged < number) {
                if (!read()) {
                    throw new AssertionError(
                            "the site ended early: " + Files.readString(folder.resolve("site.log")));
                }
            }
            return acknowledged;
        }

        int killAlone() throws Exception {
            process.toHandle().destroyForcibly();
            return rest();
        }

        int killWithItsPostgres() throws Exception {
            List<ProcessHandle> tree = postgres();
            process.toHandle().destroyForcibly();
            tree.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : tree) {
                each.onExit().get(20, TimeUnit.SECONDS);
            }
            return rest();
        }

        /** The server of this site's folder and its children. */
        private List<ProcessHandle> postgres() throws IOException {
            long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants()).toList();
        }

        /** What it had said when it ended. */
        private int rest() throws Exception {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            while (read()) {
                // Until all that it has said is read.
            }
            return acknowledged;
        }

        /** A line that was cut off by the end acknowledges nothing. */
        private boolean read() throws IOException {
            String line = output.readLine();
            if (line != null && line.matches("[0-9]+") && Integer.parseInt(line) == acknowledged + 1
                    || line != null && acknowledged == 0 && line.matches("[0-9]+")) {
                acknowledged = Integer.parseInt(line);
            }
            return line != null;
        }

        @Override
        public void close() throws IOException {
            if (process.isAlive()) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
                try {
                    rest();
                } catch (Exception e) {
                    process.destroyForcibly();
                    throw new IllegalStateException("the site does not end", e);
                }
            }
        }
    }
}
