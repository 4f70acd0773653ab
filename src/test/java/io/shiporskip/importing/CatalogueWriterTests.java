package io.shiporskip.importing;

import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.CatalogueContent.CategoryEntry;
import io.shiporskip.importing.CatalogueContent.KindEntry;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.importing.CatalogueContent.ReviewerEntry;
import io.shiporskip.shared.Slug;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueWriterTests {

    @Test
    void theCatalogueThatShipsWithTheSiteIsWrittenAsItStands() throws IOException {
        Map<String, String> files = CatalogueFolder.read("classpath:catalogue/");
        CatalogueContent content = CatalogueReader.read(files);

        assertThat(files(content)).containsAllEntriesOf(files);
    }

    @Test
    void whatMightBeTakenForSomethingElseIsReadAsItWasWritten() {
        for (long seed = 1; seed <= 5; seed++) {
            List<Dossier> tools = new NastyTools(seed).tools(100);
            CatalogueContent nasty = new CatalogueContent(
                    List.of(new MakerEntry(new Slug("no"), "yes", "https://example.com/#a")),
                    List.of(new CategoryEntry(new Slug("007"), "=1+1", "a: b # c")),
                    List.of(new KindEntry(new Slug("1e5"), "- a", "[b]", "{c}")),
                    List.of(new ReviewerEntry(new Slug("null"), "~", "?", " a\n---\n"),
                            new ReviewerEntry(new Slug("off"), "2026-11-21", "'", "a\r\nb")),
                    tools);
            Map<String, String> written = files(nasty);

            CatalogueContent read = CatalogueReader.read(written);

            for (int i = 0; i < tools.size(); i++) {
                assertThat(read.tools().get(i)).as(written.get("tools/nasty-%03d.yaml".formatted(i)))
                        .isEqualTo(tools.get(i));
            }
            assertThat(read).isEqualTo(nasty);
            assertThat(files(read)).isEqualTo(written);
        }
    }

    private static Map<String, String> files(CatalogueContent content) {
        Map<String, String> files = new TreeMap<>();
        files.put("makers.yaml", CatalogueWriter.makers(content.makers()));
        files.put("categories.yaml", CatalogueWriter.categories(content.categories()));
        files.put("kinds.yaml", CatalogueWriter.kinds(content.kinds()));
        files.put("reviewers.yaml", CatalogueWriter.reviewers(content.reviewers()));
        content.tools()
                .forEach(tool -> files.put("tools/" + tool.tool().slug() + ".yaml", CatalogueWriter.tool(tool,
                        content.reviewers().stream().map(ReviewerEntry::slug).toList())));
        return files;
    }
}
