package io.shiporskip;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The diagram of the rooms is drawn from the code; {@code -Dupdate.docs=true} draws it anew. */
class ArchitectureDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final String BEGIN = "<!-- modules:begin -->";
    private static final String END = "<!-- modules:end -->";

    @Test
    void theDiagramShowsWhatTheRoomsReallyUse() throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        assertThat(begin).as("%s in %s", BEGIN, DOCUMENT).isNotNegative();
        assertThat(end).as("%s in %s", END, DOCUMENT).isGreaterThan(begin);
        String drawn = text.substring(0, begin) + BEGIN + "\n" + diagram() + text.substring(end);

        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, drawn);
        } else {
            assertThat(text).as("run mvn test -Dtest=ArchitectureDocumentTests -Dupdate.docs=true").isEqualTo(drawn);
        }
    }

    @Test
    void theTableOfTheRoomsHasEachOfThemOnce() throws IOException {
        String text = Files.readString(DOCUMENT);
        String rooms = text.substring(text.indexOf("## The rooms"), text.indexOf(BEGIN));

        assertThat(Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE).matcher(rooms).results()
                .map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(
                        ApplicationModules.of(ShipOrSkip.class).stream().map(ArchitectureDocumentTests::name).toList());
    }

    @Test
    void theClassesThatItNamesAreThere() throws IOException {
        List<String> rooms = ApplicationModules.of(ShipOrSkip.class).stream().map(ArchitectureDocumentTests::name)
                .toList();

        assertThat(Pattern.compile("`([a-z]+)/([A-Z][A-Za-z]+)`").matcher(Files.readString(DOCUMENT)).results()
                .filter(named -> rooms.contains(named.group(1)))
                .map(named -> named.group(1) + "/" + named.group(2) + ".java"))
                .isNotEmpty().allSatisfy(file -> assertThat(Stream.of("main", "test")
                        .map(tree -> Path.of("src", tree, "java/io/shiporskip", file))).anyMatch(Files::exists));
    }

    private static String diagram() {
        ApplicationModules modules = ApplicationModules.of(ShipOrSkip.class);
        String arrows = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules).uniqueModules()
                        .map(used -> "    " + name(module) + " --> " + name(used) + "\n"))
                .sorted().collect(Collectors.joining());
        return "```mermaid\nflowchart TD\n" + arrows + "```\n";
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
