package io.shiporskip.importing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.shiporskip.importing.CatalogueFiles.good;
import static io.shiporskip.importing.CatalogueFiles.replaced;
import static io.shiporskip.importing.CatalogueFiles.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CatalogueReaderTests {

    private static final String EXAMPLE = "tools/example.yaml";

    @Test
    void formerNamesAreAListOfLines() {
        assertThat(CatalogueReader
                .read(replaced("kind: coding-agent", "kind: coding-agent\nformer-names: [Old Name, Older Name]"))
                .tools().getFirst().tool().formerNames()).containsExactlyInAnyOrder("Old Name", "Older Name");
        for (String wrong : List.of("Old Name", "[Old Name, Old Name]", "[\"\"]", "[{a: b}]",
                "[" + "x".repeat(121) + "]")) {
            CatalogueRefused refused = catchThrowableOfType(CatalogueRefused.class, () -> CatalogueReader
                    .read(replaced("kind: coding-agent", "kind: coding-agent\nformer-names: " + wrong)));
            assertThat(refused.problems()).as(wrong).hasSize(1);
        }
    }

    @Test
    void aFolderWithoutMistakesIsReadAsItStands() {
        CatalogueContent content = CatalogueReader.read(good());

        assertThat(content.makers())
                .containsExactly(new MakerEntry(new Slug("example-labs"), "Example Labs", "https://example.com"));
        assertThat(content.reviewers()).extracting(reviewer -> reviewer.slug().value()).containsExactly("builder",
                "skeptic");
        assertThat(content.tools()).hasSize(1);
        Dossier entry = content.tools().getFirst();
        ToolContent tool = entry.tool();
        assertThat(tool.slug()).hasToString("example");
        assertThat(tool.kind()).hasToString("coding-agent");
        assertThat(tool.profile().entry()).isEqualTo(Entry.FREE);
        assertThat(tool.profile().product()).isNull();
        assertThat(tool.profile().description()).isEqualTo("What it is.");
        assertThat(tool.publishedOn()).isEqualTo("2026-11-21");
        assertThat(tool.plans()).containsExactly(new Plan("Pro", new BigDecimal(20), "USD", Period.MONTH, "per user"));
        assertThat(tool.facts()).containsExactly(
                new Fact(Aspect.PRICING, "Free tier / $20/mo Pro", "https://example.com/pricing",
                        LocalDate.of(2026, 11, 20)),
                new Fact(Aspect.LICENCE, "Apache 2.0", "https://example.com/licence", LocalDate.of(2026, 11, 19)),
                Fact.notVerified(Aspect.PARAMETERS));
        assertThat(entry.takes()).containsExactly(
                new TakeContent(new Slug("builder"), Verdict.SHIP, 84, "It *works*.", LocalDate.of(2026, 11, 18),
                        new Basis(Footing.IN_USE, 6),
                        List.of(new Claim("It will work.", LocalDate.of(2027, 12, 31), ClaimOutcome.OPEN))),
                new TakeContent(new Slug("skeptic"), Verdict.SKIP, null, "It does not.", LocalDate.of(2026, 11, 18),
                        new Basis(Footing.DOCUMENTATION, null), List.of()));
    }

    @Test
    void plansAndClaimsMayBeMissingAndAPriceMayBeUnknown() {
        assertThat(problems(replaced("      amount: 20\n", ""))).isEmpty();
        assertThat(problems(replaced("      note: per user\n", ""))).isEmpty();
        assertThat(problems(replaced("    claims:\n      - statement: It will work.\n        due: 2027-12-31\n", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            entry: free | `entry: free\ncolour: red` | 8: unknown key colour
            line: Free tier | `colour: red\n  line: Free tier` | 13: unknown key colour
            note: per user | `per: user` | 21: unknown key per
            value: Apache 2.0 | `value: Apache 2.0\n    by: me` | 25: unknown key by
            score: 84 | `score: 84\n    mood: good` | 32: unknown key mood
            due: 2027-12-31 | `due: 2027-12-31\n        by: me` | 39: unknown key by
            parameters: not | colour: not | 27: colour is no fact that this site knows
            parameters: not | pricing: not | 27: pricing is no fact that this site knows
            """)
    void aKeyThatNobodyKnowsIsRefused(String part, String replacement, String problem) {
        assertThat(problems(replaced(part, replacement)))
                .containsExactly(EXAMPLE + ":" + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = { "name", "maker", "category", "kind", "tagline", "best-for", "entry", "website",
        "published" })
    void aKeyThatIsMissingIsNamed(String key) {
        assertThat(problems(replaced(CatalogueFiles.TOOL.lines().filter(line -> line.startsWith(key + ":")).findFirst()
                .orElseThrow() + "\n", ""))).containsExactly(EXAMPLE + ":1: " + key + " is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `    source: https://example.com/licence` | 24: source is missing
            `    checked: 2026-11-19` | 24: checked is missing
            `    value: Apache 2.0` | 24: value is missing
            `  source: https://example.com/pricing` | 13: source is missing
            `  checked: 2026-11-20` | 13: checked is missing
            `      currency: USD` | 17: currency is missing
            `      period: month` | 17: period is missing
            `    verdict: ship` | 30: verdict is missing
            `    basis: in use for 6 weeks` | 30: basis is missing
            `        due: 2027-12-31` | 37: due is missing
            """)
    void aValueWithoutWhatBelongsToItIsRefused(String line, String problem) {
        assertThat(problems(replaced(line + "\n", ""))).containsExactly(EXAMPLE + ":" + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: Example Agent | name: [Example] | 1: name is a single value
            name: Example Agent | name: {a: b} | 1: name is a single value
            name: Example Agent | name: | 1: name is empty
            name: Example Agent | `name: ""` | 1: name is empty
            name: Example Agent | `name: "a\\nb"` | 1: name is one line
            maker: example-labs | maker: nobody | 2: unknown maker nobody; see makers.yaml
            maker: example-labs | maker: Example Labs | 2: maker is no slug: Example Labs
            category: developer-tools | category: toys | 3: unknown category toys; see categories.yaml
            kind: coding-agent | kind: toaster | 4: unknown kind toaster; see kinds.yaml
            entry: free | entry: Free | 7: entry is not free or paid: Free
            entry: free | entry: [free] | 7: entry is a single value
            https://example.com/agent | http://example.com/agent | 8: website is no https address: http://example.com/agent
            https://example.com/agent | javascript:alert(1) | 8: website is no https address: javascript:alert(1)
            https://example.com/agent | https:///agent | 8: website is no https address: https:///agent
            https://example.com/agent | `https://example.com/a b` | 8: website is no https address: https://example.com/a b
            published: 2026-11-21 | published: 2026-02-30 | 9: published is no day such as 2026-11-21: 2026-02-30
            published: 2026-11-21 | published: 21.11.2026 | 9: published is no day such as 2026-11-21: 21.11.2026
            amount: 20 | amount: -1 | 18: amount is no amount such as 20 or 9.50: -1
            amount: 20 | amount: 9.999 | 18: amount is no amount such as 20 or 9.50: 9.999
            amount: 20 | amount: 1e3 | 18: amount is no amount such as 20 or 9.50: 1e3
            currency: USD | currency: usd | 19: currency is not three capital letters such as USD: usd
            period: month | period: week | 20: period is not month, year, once or usage: week
            https://example.com/licence | ftp://example.com | 25: source is no https address: ftp://example.com
            checked: 2026-11-19 | checked: never | 26: checked is no day such as 2026-11-21: never
            parameters: not verified | parameters: 3B | 27: parameters is a mapping of keys to values
            `  builder:` | `  critic:` | 29: unknown reviewer critic; see reviewers.yaml
            `  builder:` | `  The Critic:` | 29: unknown reviewer The Critic; see reviewers.yaml
            `  builder:` | `  skeptic:` | 39: skeptic stands here twice
            verdict: ship | verdict: maybe | 30: verdict is not ship or skip: maybe
            score: 84 | score: 101 | 31: score is no whole number from 0 to 100: 101
            score: 84 | score: -1 | 31: score is no whole number from 0 to 100: -1
            score: 84 | score: 84.5 | 31: score is no whole number from 0 to 100: 84.5
            score: 84 | score: good | 31: score is no whole number from 0 to 100: good
            score: 84 | score: ~ | 31: score is no whole number from 0 to 100: ~
            written: 2026-11-18 | written: 2025-02-29 | 32: written is no day such as 2026-11-21: 2025-02-29
            basis: in use for 6 weeks | basis: rumour | 33: basis is not documentation, tried, or "in use for 6 weeks": rumour
            due: 2027-12-31 | due: soon | 38: due is no day such as 2026-11-21: soon
            entry: free | `entry: free\nname: Again` | 8: name stands here twice
            `  licence:` | `  licence: not verified\n  licence:` | 24: licence stands here twice
            `entry: free` | `entry: free\n? [a]\n: b` | 8: a key is a word
            """)
    void aWrongValueIsRefusedWithItsLine(String part, String replacement, String problem) {
        String text = CatalogueFiles.TOOL.replaceFirst(Pattern.quote(part),
                Matcher.quoteReplacement(replacement));

        assertThat(problems(with(EXAMPLE, text))).first().asString().isEqualTo(EXAMPLE + ":" + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `pricing: free` | 12: pricing is a mapping of keys to values
            `pricing:` | 12: pricing is a mapping of keys to values
            `pricing: [free]` | 12: pricing is a mapping of keys to values
            """)
    void aPartThatIsNoMappingIsRefused(String part, String problem) {
        String text = CatalogueFiles.TOOL.replaceFirst("(?s)pricing:.*?(?=facts:)", part + "\n");

        assertThat(problems(with(EXAMPLE, text))).containsExactly(EXAMPLE + ":" + problem);
    }

    @Test
    void aListThatIsNoneAndAnElementThatIsNoMappingAreRefused() {
        assertThat(problems(
                with(EXAMPLE, CatalogueFiles.TOOL.replaceFirst("(?s)  plans:.*?(?=facts:)", "  plans: Pro\n"))))
                .containsExactly(EXAMPLE + ":16: plans is a list");
        assertThat(problems(
                with(EXAMPLE,
                        CatalogueFiles.TOOL.replaceFirst("(?s)  plans:.*?(?=facts:)", "  plans: [Pro, {a: b}]\n"))))
                .first().asString().isEqualTo(EXAMPLE + ":16: each of plans is a mapping of keys to values");
    }

    @Test
    void twoPlansOfOneNameAreRefused() {
        assertThat(problems(replaced("      note: per user\n", "      note: per user\n    - name: Pro\n"
                + "      amount: 200\n      currency: USD\n      period: year\n")))
                .containsExactly(EXAMPLE + ":22: another plan is called Pro");
    }

    @Test
    void aTaglineHasAtMost120Characters() {
        assertThat(problems(replaced("Runs long refactors while you keep typing", "x".repeat(120)))).isEmpty();
        assertThat(problems(replaced("Runs long refactors while you keep typing", "x".repeat(121))))
                .containsExactly(EXAMPLE + ":1: a tagline has at most 120 characters");
    }

    @Test
    void bestForIsNeverTheTaglineAgain() {
        assertThat(problems(replaced("Teams that review more code than they write",
                "runs long refactors while YOU keep typing")))
                .containsExactly(EXAMPLE + ":1: best-for says who should take the tool; it repeats the tagline");
    }

    @Test
    void aNameAndABestForHaveTheirLimits() {
        assertThat(problems(replaced("Example Agent", "x".repeat(121))))
                .containsExactly(EXAMPLE + ":1: a name has at most 120 characters");
        assertThat(problems(replaced("Teams that review more code than they write", "x".repeat(201))))
                .containsExactly(EXAMPLE + ":1: best-for has at most 200 characters");
    }

    static Stream<Map.Entry<String, String>> unreadable() {
        return Stream.of(Map.entry("", "1: the file is empty or no mapping of keys to values"),
                Map.entry("# nothing\n", "1: the file is empty or no mapping of keys to values"),
                Map.entry("- a\n- b\n", "1: the file is empty or no mapping of keys to values"),
                Map.entry("just text", "1: the file is empty or no mapping of keys to values"),
                Map.entry("name: a\n\tmaker: b\n",
                        "2: not YAML: found character '\\t(TAB)' that cannot start any token."),
                Map.entry("name: \"a\nmaker: b\n", "3: not YAML: found unexpected end of stream"),
                Map.entry("name: a\n  maker: b\n", "2: not YAML: mapping values are not allowed here"),
                Map.entry("name: [a\nmaker: b\n", "2: not YAML: expected ',' or ']'"),
                Map.entry("name: *missing\n", "1: not YAML: found undefined alias missing"),
                Map.entry("name: a\n---\nname: b\n", "2: not YAML: but found another document"),
                Map.entry("name: a\u0000b\n", "1: not YAML: "),
                Map.entry("name: @a\n", "1: not YAML: found character '@'"),
                Map.entry("%YAML 9.0\n---\nname: a\n", "1: not YAML: found incompatible YAML document"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aFileThatIsNoYamlIsRefusedWithTheLineAtWhichItBreaks(Map.Entry<String, String> example) {
        assertThat(problems(with(EXAMPLE, example.getKey()))).hasSize(1).first().asString()
                .startsWith(EXAMPLE + ":" + example.getValue()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "tools/Example.yaml", "tools/a-vs-b.yaml", "tools/vs.yaml", "tools/.yaml", "tools/a b.yaml",
                "tools/example.yml", "tools/sub/example.yaml" })
    void aFileNameThatIsNoSlugIsRefused(String name) {
        assertThat(problems(with(name, CatalogueFiles.TOOL)))
                .containsExactly(name + ":1: the file's name is no slug with the ending .yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = { "makers.yaml", "categories.yaml", "kinds.yaml", "reviewers.yaml" })
    void aFolderWithoutItsShelvesIsRefused(String name) {
        Map<String, String> files = good();
        files.remove(name);

        assertThat(problems(files)).contains(name + ":1: the file is missing");
    }

    @Test
    void mistakesInShelvesAreRefusedToo() {
        assertThat(problems(with("makers.yaml", """
                example-labs:
                  name: Example Labs
                  website: http://example.com
                  logo: a.png
                Other Labs:
                  name: Other Labs
                  website: https://example.com
                third-labs: Third Labs
                """))).containsExactlyInAnyOrder("makers.yaml:3: website is no https address: http://example.com",
                "makers.yaml:4: unknown key logo", "makers.yaml:5: Other Labs is no slug",
                "makers.yaml:8: third-labs is a mapping of keys to values");
    }

    @Test
    void allProblemsOfALoadAreListedTogether() {
        Map<String, String> files = replaced("score: 84", "score: 101");
        files.put(EXAMPLE, files.getOrDefault(EXAMPLE, "").replace("entry: free", "entry: gratis")
                .replace("maker: example-labs", "maker: nobody").replace("due: 2027-12-31", "due: 2027-13-31"));
        files.put("tools/second.yaml", CatalogueFiles.TOOL.replace("website: https", "website: http"));
        files.put("tools/third.yaml", "");
        files.put("kinds.yaml", files.getOrDefault("kinds.yaml", "") + "  colour: red\n");

        assertThat(problems(files)).containsExactlyInAnyOrder("kinds.yaml:5: unknown key colour",
                EXAMPLE + ":2: unknown maker nobody; see makers.yaml",
                EXAMPLE + ":7: entry is not free or paid: gratis",
                EXAMPLE + ":31: score is no whole number from 0 to 100: 101",
                EXAMPLE + ":38: due is no day such as 2026-11-21: 2027-13-31",
                "tools/second.yaml:8: website is no https address: http://example.com/agent",
                "tools/third.yaml:1: the file is empty or no mapping of keys to values");
    }

    @Test
    void theMessageOfARefusalNamesEachProblem() {
        assertThat(catchThrowableOfType(CatalogueRefused.class,
                () -> CatalogueReader.read(replaced("score: 84", "score: 101"))))
                .hasMessage(EXAMPLE + ":31: score is no whole number from 0 to 100: 101");
    }

    @Test
    void aBombOfAliasesIsRefusedAtOnce() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + IntStream.rangeClosed(1, 30)
                .mapToObj(level -> "a%d: &a%d [%s]\n".formatted(level, level,
                        Stream.generate(() -> "*a" + (level - 1)).limit(10).collect(Collectors.joining(", "))))
                .collect(Collectors.joining());

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> problems(with(EXAMPLE, bomb)))).hasSize(1)
                .first().asString().startsWith(EXAMPLE + ":1: not YAML: ");
    }

    @Test
    void nestingWithoutEndIsRefusedAtOnce() {
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> problems(with(EXAMPLE, "name: " + "[".repeat(100_000))))).hasSize(1).first().asString()
                .startsWith(EXAMPLE + ":1: not YAML: ");
    }

    @Test
    void aMappingThatHoldsItselfIsRefusedAtOnce() {
        String text = CatalogueFiles.TOOL.replaceFirst("(?s)takes:.*", "takes: &t\n  builder: *t\n");

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> problems(with(EXAMPLE, text))))
                .contains(EXAMPLE + ":28: verdict is missing");
    }

    @Test
    void aTypeThatAFileNamesIsNeverMade() {
        assertThat(problems(replaced("name: Example Agent", "name: !!java.net.URL [https://example.com]")))
                .containsExactly(EXAMPLE
                        + ":1: not YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL");
    }

    private static List<String> problems(Map<String, String> files) {
        CatalogueRefused refused = catchThrowableOfType(CatalogueRefused.class, () -> CatalogueReader.read(files));
        return refused == null ? List.of() : refused.problems().stream().map(FileProblem::toString).toList();
    }
}
