package io.shiporskip.importing;

import io.shiporskip.editorial.Dossier;
import io.shiporskip.shared.CsvCell;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

    private static final Known KNOWN = new Known(Set.of(new Slug("no")), Set.of(new Slug("007")),
            Set.of(new Slug("1e5")), Set.of());

    private record Result(List<Dossier> tools, List<String> problems) {}

    @Test
    void whatMightBeTakenForSomethingElseIsReadAsItWasWritten() throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Dossier> tools = new NastyTools(seed).tools(100);
            String csv = written(tools);

            Result read = read(csv, slug -> tools.stream().filter(tool -> tool.tool().slug().equals(slug)).findFirst()
                    .orElseThrow());

            assertThat(read.problems()).isEmpty();
            assertThat(read.tools()).isEqualTo(tools);
            assertThat(written(read.tools())).isEqualTo(csv);
        }
    }

    @Test
    void aNewToolHasNeitherPlansNorTakes() throws IOException {
        Dossier tool = new NastyTools(7).tool("nasty");

        Dossier read = read(written(List.of(tool)), _ -> null).tools().getFirst();

        assertThat(CsvColumns.row(read.tool())).isEqualTo(CsvColumns.row(tool.tool()));
        assertThat(read.takes()).isEmpty();
        assertThat(read.tool().plans()).isEmpty();
    }

    @Test
    void noCellBeginsAsAFormulaDoes() throws IOException {
        String csv = written(new NastyTools(3).tools(200));

        assertThat(csv).contains("\"'=1+1\"", "\"'+49\"", "\"'-1\"", "\"'@SUM(A1)\"", "\"''=1\"", "\"'＝1\"")
                .doesNotContainPattern("(?:^|[,\n])\"\\s*[=+@＝-]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'quoted'", "''", "'", "''x", "'=x", "''=x", "=", "-", " =1", "\t", "\nx", "a=b", "" })
    void aCellIsReadAsItWasWritten(String text) {
        assertThat(CsvCell.read(CsvCell.written(text))).isEqualTo(text);
    }

    @Test
    void whatAPersonTypesWithoutAnApostropheIsTakenAsItIs() {
        assertThat(CsvCell.read("=1+1")).isEqualTo("=1+1");
        assertThat(CsvCell.read("'tis")).isEqualTo("'tis");
    }

    @Test
    void columnsThatAreMissingStayAsTheyAre() {
        Dossier tool = new NastyTools(1).tool("nasty");

        Result read = read("slug,tagline\nnasty,Another one\n", _ -> tool);

        assertThat(read.problems()).isEmpty();
        assertThat(read.tools().getFirst().tool().profile().tagline()).isEqualTo("Another one");
        assertThat(read.tools().getFirst().tool().profile().description())
                .isEqualTo(tool.tool().profile().description());
        assertThat(read.tools().getFirst().tool().facts()).isEqualTo(tool.tool().facts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            slug;tagline@nasty;Semicolons@                     | Semicolons
            \ufeff"slug"\t"tagline"@"nasty"\t"Tabs"@           | Tabs
            tagline,slug@"Two, ""so"" many",nasty@@            | Two, "so" many
            """)
    void aSpreadsheetMayWriteItsOwnWay(String csv, String tagline) {
        Result read = read(csv.replace("@", "\r\n").replace("\\t", "\t"), _ -> new NastyTools(1).tool("nasty"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.tools()).extracting(tool -> tool.tool().profile().tagline()).containsExactly(tagline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name@a@                                 | tools.csv:1: the first line names the columns, slug among them
            slug,color@a,b@                         | tools.csv:1: unknown column color
            slug,name,name@a,b,c@                   | tools.csv:1: the column name stands here twice
            slug,name@nasty,"A@B"@Not a slug,x@     | tools.csv:2: name is one line
            slug,name@nasty,A@Not a slug,x@         | tools.csv:3: slug is no slug: Not a slug
            slug,name@nasty@                        | tools.csv:2: the row has 1 cells where the head names 2
            slug,name@nasty,A@@nasty,@              | tools.csv:4: name is empty
            slug,website@nasty,http://example.com@  | tools.csv:2: website is no https address: http://example.com
            slug,published@nasty,21.11.2026@        | tools.csv:2: published is no day such as 2026-11-21: 21.11.2026
            slug,entry@nasty,gratis@                | tools.csv:2: entry is not free or paid: gratis
            slug,maker@nasty,nobody@                | tools.csv:2: unknown maker nobody
            slug,licence,licence-source,licence-checked@nasty,MIT,,@ | tools.csv:2: licence-source is empty
            slug,former-names@nasty,"A@A"@          | tools.csv:2: A stands in former-names twice
            slug,name@nasty,A@x,"b"c@               | tools.csv:3: not CSV
            slug,name@nasty,A@x,"b                  | tools.csv:3: not CSV
            """)
    void whatIsWrongIsNamedWithItsLine(String csv, String problem) {
        Result read = read(csv.replace("@", "\n"), _ -> new NastyTools(1).tool("nasty"));

        assertThat(read.problems()).anySatisfy(said -> assertThat(said).startsWith(problem));
    }

    private static String written(List<Dossier> tools) throws IOException {
        StringBuilder csv = new StringBuilder();
        CsvWriter writer = new CsvWriter(csv);
        for (Dossier tool : tools) {
            writer.add(tool.tool());
        }
        return csv.toString();
    }

    private static Result read(String csv, Function<Slug, @Nullable Dossier> current) {
        List<Dossier> tools = new ArrayList<>();
        List<FileProblem> problems = new ArrayList<>();
        new CsvFile("tools.csv", csv).read(
                row -> CsvToolReader.read("tools.csv", row, current.apply(row.slug()), KNOWN, problems)
                        .ifPresent(tools::add),
                problems::add);
        return new Result(tools, problems.stream().map(FileProblem::toString).toList());
    }
}
