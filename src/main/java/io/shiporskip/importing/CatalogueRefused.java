package io.shiporskip.importing;

import java.util.List;
import java.util.stream.Collectors;

/** Some catalogue files cannot be loaded; all that is wrong with them is listed, and nothing of the load was kept. */
final class CatalogueRefused extends RuntimeException {

    private final transient List<FileProblem> problems;

    CatalogueRefused(List<FileProblem> problems) {
        super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    List<FileProblem> problems() {
        return problems;
    }
}
