package io.shiporskip.importing;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * One file while it is read: it gives the tree of the text with the line of each part, and gathers what is wrong. The tree
 * is composed and never constructed, so no text can name a Java type.
 */
final class YamlFile {

    private final String name;
    private final List<FileProblem> problems;
    private int ownProblems;

    YamlFile(String name, List<FileProblem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The mapping that the file consists of, or nothing after saying what is wrong. */
    Optional<YamlMapping> parse(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlMapping(this, mapping));
            }
            refuse(1, "the file is empty or no mapping of keys to values");
        } catch (MarkedYAMLException e) {
            refuse(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            refuse(1, "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    void refuse(Node place, String reason) {
        refuse(place.getStartMark().getLine() + 1, reason);
    }

    void refuse(int line, String reason) {
        problems.add(new FileProblem(name, line, reason));
        ownProblems++;
    }

    /** Whether nothing is wrong so far. */
    boolean sound() {
        return ownProblems == 0;
    }
}
