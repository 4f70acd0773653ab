package io.shiporskip.importing;

import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A mapping of a catalogue file. Each reading method notes at its line what is wrong and then gives a stand-in, so that one
 * reading finds all problems; whoever reads asks {@link YamlFile#sound()} before using what was read.
 */
final class YamlMapping {

    private static final String STAND_IN = "?";
    private static final Pattern SPACES_AROUND = Pattern.compile("^ +| +$");

    private final YamlFile file;
    private final MappingNode node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    YamlMapping(YamlFile file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                file.refuse(entry.getKeyNode(), "a key is a word");
            } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
                file.refuse(key, key.getValue() + " stands here twice");
            }
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** All keys, in their order, as read. */
    List<String> keys() {
        read.addAll(entries.keySet());
        return List.copyOf(entries.keySet());
    }

    /** One line of text that must be there, without the spaces around it. */
    String line(String key) {
        String text = withoutSpaces(text(key));
        if (text.chars().anyMatch(Character::isISOControl)) {
            refuse(key, key + " is one line");
        }
        return text;
    }

    /** One line of text that may be missing. */
    @Nullable
    String optionalLine(String key) {
        return has(key) ? line(key) : null;
    }

    /** Text of any length that must be there; in double quotes every character counts, else none of the blanks around it. */
    String text(String key) {
        ScalarNode scalar = scalar(key);
        if (scalar == null) {
            return STAND_IN;
        }
        String text = written(scalar);
        if (text.isBlank()) {
            file.refuse(scalar, key + " is empty");
        } else if (!Values.storable(text)) {
            file.refuse(scalar, key + " holds a character that is none");
        }
        return text;
    }

    Optional<Slug> slug(String key) {
        return parsed(key, Slug::parse, "no slug");
    }

    LocalDate day(String key) {
        return parsed(key, Values::day, "no day such as 2026-11-21").orElse(LocalDate.EPOCH);
    }

    String https(String key) {
        return parsed(key, Values::https, "no https address").orElse(STAND_IN);
    }

    /** One of a few values that a function knows. */
    <T> Optional<T> choice(String key, Function<String, Optional<T>> parse, String expected) {
        return parsed(key, parse, "not " + expected);
    }

    /** A whole number within bounds that may be missing. */
    @Nullable
    Integer optionalNumber(String key, int least, int most) {
        return !has(key) ? null
                : parsed(key, text -> Values.number(text, least, most), "no whole number from " + least + " to " + most)
                        .orElse(null);
    }

    /** An amount of money that may be missing. */
    @Nullable
    BigDecimal optionalAmount(String key) {
        return !has(key) ? null : parsed(key, Values::amount, "no amount such as 20 or 9.50").orElse(null);
    }

    /** A mapping that must be there. */
    Optional<YamlMapping> mapping(String key) {
        Node value = value(key);
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(file, mapping));
        }
        if (value != null) {
            file.refuse(value, key + " is a mapping of keys to values");
        }
        return Optional.empty();
    }

    /** Whether the value is this one word rather than anything else. */
    boolean says(String key, String word) {
        read.add(key);
        return value(key) instanceof ScalarNode scalar && scalar.getValue().strip().equalsIgnoreCase(word);
    }

    /** The mappings of a list that may be missing or empty. */
    List<YamlMapping> list(String key) {
        List<YamlMapping> mappings = new ArrayList<>();
        if (!has(key)) {
            return mappings;
        }
        Node value = value(key);
        if (!(value instanceof SequenceNode sequence)) {
            file.refuse(value == null ? node : value, key + " is a list");
            return mappings;
        }
        for (Node element : sequence.getValue()) {
            if (element instanceof MappingNode mapping) {
                mappings.add(new YamlMapping(file, mapping));
            } else {
                file.refuse(element, "each of " + key + " is a mapping of keys to values");
            }
        }
        return mappings;
    }

    /** The different lines of a list that may be missing or empty. */
    Set<String> lines(String key, int longest) {
        Set<String> lines = new LinkedHashSet<>();
        if (!has(key)) {
            return lines;
        }
        Node value = value(key);
        if (!(value instanceof SequenceNode sequence)) {
            file.refuse(value == null ? node : value, key + " is a list");
            return lines;
        }
        for (Node element : sequence.getValue()) {
            String line = element instanceof ScalarNode scalar ? withoutSpaces(written(scalar)) : "";
            if (line.isBlank() || line.length() > longest || line.chars().anyMatch(Character::isISOControl)
                    || !Values.storable(line)) {
                file.refuse(element, "each of " + key + " is one line of at most " + longest + " characters");
            } else if (!lines.add(line)) {
                file.refuse(element, line + " stands here twice");
            }
        }
        return lines;
    }

    /** Refuses every key that nobody has read. */
    void nothingElse() {
        entries.forEach((key, entry) -> {
            if (!read.contains(key)) {
                file.refuse(entry.getKeyNode(), "unknown key " + key);
            }
        });
    }

    /** Refuses the value of a key. */
    void refuse(String key, String reason) {
        NodeTuple entry = entries.get(key);
        file.refuse(entry == null ? node : entry.getKeyNode(), reason);
    }

    /** Refuses the mapping as a whole. */
    void refuse(String reason) {
        file.refuse(node, reason);
    }

    private <T> Optional<T> parsed(String key, Function<String, Optional<T>> parse, String wrong) {
        ScalarNode scalar = scalar(key);
        if (scalar == null) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(scalar.getValue().strip());
        if (value.isEmpty()) {
            file.refuse(scalar, key + " is " + wrong + ": " + scalar.getValue().strip());
        }
        return value;
    }

    private static String written(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED ? scalar.getValue() : scalar.getValue().strip();
    }

    /** A line without the spaces around it, which the database would refuse; other blanks are part of it. */
    static String withoutSpaces(String text) {
        return SPACES_AROUND.matcher(text).replaceAll("");
    }

    private @Nullable ScalarNode scalar(String key) {
        Node value = value(key);
        if (value instanceof ScalarNode scalar) {
            return scalar;
        }
        if (value != null) {
            file.refuse(value, key + " is a single value");
        }
        return null;
    }

    private @Nullable Node value(String key) {
        read.add(key);
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            file.refuse(node, key + " is missing");
            return null;
        }
        return entry.getValueNode();
    }
}
