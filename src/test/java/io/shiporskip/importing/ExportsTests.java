package io.shiporskip.importing;

import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Reason;
import io.shiporskip.importing.CatalogueContent.CategoryEntry;
import io.shiporskip.importing.CatalogueContent.KindEntry;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.importing.CatalogueContent.ReviewerEntry;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes out comes in again. */
@DatabaseTest
@SuppressWarnings("NullAway.Init")
class ExportsTests {

    private static final Author ANNA = new Author(UUID.randomUUID(), "Anna");

    @Autowired
    CatalogueLoader loader;

    @Autowired
    Exports exports;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Test
    void anExportIntoAnEmptyCatalogueGivesTheSameBytesAgain() throws IOException {
        loadNasty();
        byte[] archive = archive();
        byte[] table = table();
        assertThat(archive()).isEqualTo(archive);

        jdbc.sql("truncate maker, category, kind, tool, reviewer cascade").update();
        entities.clear();
        PlanView plan = apply("catalogue.zip", archive);

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.created()).isEqualTo(40);
        assertThat(plan.shelves()).hasSize(5);
        assertThat(archive()).isEqualTo(archive);
        assertThat(table()).isEqualTo(table);
    }

    @Test
    void anExportIntoItsOwnCatalogueChangesNothing() throws IOException {
        loadNasty();

        PlanView archive = planned("catalogue.zip", archive());
        PlanView table = planned("tools.csv", table());

        assertThat(archive.problems()).isEmpty();
        assertThat(archive.changesSomething()).isFalse();
        assertThat(archive.same()).isEqualTo(40);
        assertThat(table.problems()).isEmpty();
        assertThat(table.changesSomething()).isFalse();
        assertThat(table.same()).isEqualTo(40);
    }

    @Test
    void shelvesAreChangedWithTheirWordsAndToolsNeedThem() throws IOException {
        loadNasty();
        String tool = exports.tool(new Slug("nasty-000")).orElseThrow();

        PlanView wrong = planned("nasty-000.yaml",
                tool.replace("maker: \"no\"", "maker: nobody").getBytes(StandardCharsets.UTF_8));

        assertThat(wrong.problems()).extracting(FileProblem::toString)
                .containsExactly("nasty-000.yaml:2: unknown maker nobody; see makers.yaml");
        assertThat(exports.tool(new Slug("nobody"))).isEmpty();
    }

    private void loadNasty() {
        List<Dossier> tools = new NastyTools(11).tools(40);
        loader.load(new CatalogueContent(List.of(new MakerEntry(new Slug("no"), "yes", "https://example.com/#a")),
                List.of(new CategoryEntry(new Slug("007"), "=1+1", "a: b # c")),
                List.of(new KindEntry(new Slug("1e5"), "- a", "[b]", "{c}")),
                List.of(new ReviewerEntry(new Slug("off"), "~", "?", " a\n---\n"),
                        new ReviewerEntry(new Slug("null"), "2026-11-21", "'", "a\r\nb")),
                tools));
    }

    private PlanView planned(String name, byte[] file) {
        return imports.proposal(proposed(name, file)).orElseThrow().plan();
    }

    private PlanView apply(String name, byte[] file) {
        UUID id = proposed(name, file);
        String read = imports.proposal(id).orElseThrow().plan().fingerprint();
        return imports.apply(id, read, false, Reason.of(ANNA, "Brought back"));
    }

    private UUID proposed(String name, byte[] file) {
        return imports.propose(new Upload(List.of(new Upload.Part(name, file))), ANNA);
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exports.archive(bytes);
        return bytes.toByteArray();
    }

    private byte[] table() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exports.table(bytes);
        return bytes.toByteArray();
    }
}
