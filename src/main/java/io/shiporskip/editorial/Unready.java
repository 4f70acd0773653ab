package io.shiporskip.editorial;

import java.util.List;

/** A draft cannot be published as it is. */
public final class Unready extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    Unready(List<Problem> problems) {
        super(String.join(" ", problems.stream().map(Problem::sentence).toList()));
        this.problems = List.copyOf(problems);
    }

    /** All that has to be put right, in the order of the form. */
    public List<Problem> problems() {
        return problems;
    }
}
