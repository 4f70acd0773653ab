package io.shiporskip.importing;

import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.importing.CatalogueContent.ReviewerEntry;
import io.shiporskip.importing.CatalogueLoader.Loaded;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.TakeMother;
import io.shiporskip.testing.ToolMother;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class CatalogueLoaderTests {

    @Autowired
    CatalogueLoader loader;

    @Autowired
    Panel panel;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Test
    void theBundledCatalogueIsLoaded() throws IOException {
        CatalogueContent bundled = CatalogueReader.read(CatalogueFolder.read("classpath:catalogue/"));

        Loaded loaded = load(bundled);

        assertThat(loaded).isEqualTo(new Loaded(bundled.tools().size(), 0, bundled.tools().size()));
        assertThat(count("tool")).isEqualTo(bundled.tools().size());
        assertThat(count("take")).isEqualTo(bundled.tools().stream().mapToInt(entry -> entry.takes().size()).sum());
        assertThat(count("fact")).isEqualTo(
                bundled.tools().stream().mapToInt(entry -> entry.tool().facts().size()).sum());
        assertThat(count("plan")).isEqualTo(
                bundled.tools().stream().mapToInt(entry -> entry.tool().plans().size()).sum());
        assertThat(panel.reviewers()).extracting(ReviewerView::name).containsExactly("Builder", "Skeptic", "Futurist",
                "PM", "Founder", "Creator");
    }

    @Test
    void loadedTwiceItAddsNothing() {
        CatalogueContent content = content(tool("a"), tool("b"));
        load(content);
        List<Integer> before = counts();

        assertThat(load(content)).isEqualTo(new Loaded(0, 2, 2));
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void onlyWhatIsNewIsAdded() {
        load(content(tool("a")));

        assertThat(load(content(tool("a"), tool("b")))).isEqualTo(new Loaded(1, 1, 2));
        assertThat(count("tool")).isEqualTo(2);
    }

    @Test
    void whatAnEditorChangedIsNotOverwritten() {
        load(content(tool("a")));
        jdbc.sql("update tool set name = 'Corrected', entry = 'PAID'").update();
        jdbc.sql("update take set score = 1").update();
        jdbc.sql("update maker set name = 'Corrected Labs'").update();

        load(content(tool("a")));

        assertThat(jdbc.sql("select t.name || ', ' || t.entry || ', ' || k.score || ', ' || m.name from tool t"
                + " join take k on k.tool_id = t.id join maker m on m.id = t.maker_id").query(String.class).list())
                .containsExactly("Corrected, PAID, 1, Corrected Labs");
    }

    @Test
    void aToolThatIsCalledOtherwiseTodayIsNotLoadedAgain() {
        load(content(tool("a")));
        jdbc.sql("update tool set slug = 'renamed'").update();
        jdbc.sql("insert into former_slug (slug, tool_id) select 'a', id from tool").update();

        assertThat(load(content(tool("a")))).isEqualTo(new Loaded(0, 1, 1));
        assertThat(jdbc.sql("select slug from tool").query(String.class).list()).containsExactly("renamed");
    }

    @Test
    void aToolThatIsNotPublishedIsNotLoadedAgain() {
        load(content(tool("a")));
        jdbc.sql("update tool set published_on = null").update();

        assertThat(load(content(tool("a")))).isEqualTo(new Loaded(0, 1, 0));
        assertThat(count("tool")).isEqualTo(1);
    }

    @Test
    void aReviewerWhoIsNewInTheFilesComesLast() {
        CatalogueContent content = content(tool("a"));
        load(content);
        List<ReviewerEntry> reviewers = new ArrayList<>(content.reviewers());
        reviewers.addFirst(new ReviewerEntry(new Slug("creator"), "Creator", "What can I make?", "Makes."));

        load(new CatalogueContent(content.makers(), content.categories(), content.kinds(), reviewers,
                content.tools()));

        assertThat(panel.reviewers()).extracting(ReviewerView::name).containsExactly("Builder", "Creator");
    }

    /** Loads and writes at once, because the transaction around the test ends without writing. */
    private Loaded load(CatalogueContent content) {
        Loaded loaded = loader.load(content);
        entities.flush();
        return loaded;
    }

    /** Without a transaction around them, so that the loader's own one is what counts. */
    @Nested
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    class OnItsOwn {

        @AfterEach
        void leaveNothingBehind() {
            jdbc.sql("truncate maker, category, kind, tool, reviewer cascade").update();
        }

        @Test
        void aToolThatTheDatabaseRefusesTakesTheWholeLoadWithIt() {
            CatalogueContent failing = content(tool("a"), tool("b").monthly("5").monthly("5.00").monthly("5"),
                    tool("c"));

            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> loader.load(failing)).withMessageContaining("plan_tool_id_name_key");
            assertThat(counts()).containsOnly(0);
        }

        @Test
        void aTakeOfNobodyTakesTheWholeLoadWithIt() {
            CatalogueContent content = content(tool("a"));
            CatalogueContent failing = new CatalogueContent(content.makers(), content.categories(), content.kinds(),
                    content.reviewers(), List.of(content.tools().getFirst(), new Dossier(tool("b").newTool(),
                            List.of(TakeMother.newTake("Nobody", Verdict.SHIP, 50)))));

            assertThatIllegalArgumentException().isThrownBy(() -> loader.load(failing))
                    .withMessage("there is no reviewer nobody");
            assertThat(counts()).containsOnly(0);
        }

        @Test
        void aLoadThatFailsLeavesWhatWasThereBefore() {
            loader.load(content(tool("a")));
            List<Integer> before = counts();

            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> loader.load(content(tool("b"), tool("c").monthly("5").monthly("5"))));
            assertThat(counts()).isEqualTo(before);
        }

        @Test
        void loadsAtTheSameTimeMakeOneCatalogue() throws Exception {
            CatalogueContent bundled = CatalogueReader.read(CatalogueFolder.read("classpath:catalogue/"));
            CyclicBarrier together = new CyclicBarrier(3);
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                List<Future<Loaded>> loads = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    loads.add(threads.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        return loader.load(bundled);
                    }));
                }
                List<Integer> added = new ArrayList<>();
                for (Future<Loaded> load : loads) {
                    added.add(load.get(30, TimeUnit.SECONDS).added());
                }

                assertThat(added).containsExactlyInAnyOrder(bundled.tools().size(), 0, 0);
            }
            assertThat(count("tool")).isEqualTo(bundled.tools().size());
        }

        @Test
        void filesThatAreWrongDoNotKeepTheSiteFromStarting(@TempDir Path folder) throws IOException {
            write(folder, CatalogueFiles.replaced("score: 84", "score: 101"));

            start("file:" + folder + "/");

            assertThat(counts()).containsOnly(0);
        }

        @Test
        void filesThatTheDatabaseRefusesDoNotKeepTheSiteFromStarting(@TempDir Path folder) throws IOException {
            Map<String, String> files = CatalogueFiles.good();
            files.merge("categories.yaml", """
                    more-tools:
                      name: Developer Tools
                      description: The name stands above already.
                    """, String::concat);
            write(folder, files);

            start("file:" + folder + "/");

            assertThat(counts()).containsOnly(0);
        }

        @Test
        void goodFilesAreLoadedAtTheStart(@TempDir Path folder) throws IOException {
            write(folder, CatalogueFiles.good());

            start("file:" + folder + "/");

            assertThat(count("tool")).isEqualTo(1);
            assertThat(count("take")).isEqualTo(2);
        }

        @Test
        void withoutAFolderNothingIsLoaded() {
            start("");

            assertThat(counts()).containsOnly(0);
        }

        @Test
        void aFolderThatIsNotThereDoesNotKeepTheSiteFromStarting(@TempDir Path folder) {
            start("file:" + folder.resolve("nothing"));
            start("classpath:nothing");

            assertThat(counts()).containsOnly(0);
        }

        @Test
        void theClosingSlashMayBeLeftOut(@TempDir Path folder) throws IOException {
            write(folder, CatalogueFiles.good());

            start("file:" + folder);

            assertThat(count("tool")).isEqualTo(1);
        }

        private void start(String location) {
            new CatalogueAtStart(loader, location).run(new DefaultApplicationArguments());
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder.resolve("tools"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static CatalogueContent content(ToolMother... tools) {
        return new CatalogueContent(
                List.of(new MakerEntry(new Slug("example-labs"), "Example Labs", "https://example.com")),
                List.of(new CatalogueContent.CategoryEntry(new Slug("developer-tools"), "Developer Tools", "Tools.")),
                List.of(new CatalogueContent.KindEntry(new Slug("coding-agent"), "Coding agent", "Coding agents",
                        "codes")),
                List.of(new ReviewerEntry(new Slug("builder"), "Builder", "Show me.", "Builds.")),
                List.of(tools).stream().map(tool -> new Dossier(tool.newTool(),
                        List.of(TakeMother.newTake("Builder", Verdict.SHIP, 80)))).toList());
    }

    private List<Integer> counts() {
        return List.of(count("maker"), count("category"), count("kind"), count("reviewer"), count("tool"),
                count("plan"), count("fact"), count("take"), count("claim"));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
