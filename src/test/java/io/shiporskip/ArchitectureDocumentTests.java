package io.shiporskip;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

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
