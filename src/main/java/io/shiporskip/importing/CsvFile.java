package io.shiporskip.importing;

import io.shiporskip.shared.CsvCell;
import io.shiporskip.shared.Slug;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of tools while it is read: one row after the other, each with the line on which it begins. */
final class CsvFile {

    /** The first mark of the head between two names says by what cells are parted: a spreadsheet may write another. */
    private static final Pattern SEPARATOR = Pattern.compile("^\ufeff?\"?[a-z-]+\"?([,;\t])");

    private final String name;
    private final String text;

    CsvFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * A row.
     *
     * @param line where it begins, counted from one
     * @param slug the tool's
     * @param cells what it says, by column; columns that the file has not are missing
     */
    record Row(int line, Slug slug, Map<String, String> cells) {}

    /** Gives each row to one, and what is wrong to the other. */
    void read(Consumer<Row> rows, Consumer<FileProblem> problems) {
        Matcher separator = SEPARATOR.matcher(text);
        char between = separator.find() ? separator.group(1).charAt(0) : ',';
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(between).setIgnoreEmptyLines(false).get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text),
                format)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> head = records.hasNext() ? head(records.next(), problems) : List.of();
            if (head.isEmpty()) {
                problems.accept(new FileProblem(name, 1, "the first line names the columns, slug among them"));
                return;
            }
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                row(Math.toIntExact(line), head, record, problems).ifPresent(rows);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.accept(new FileProblem(name, Math.toIntExact(line),
                    "not CSV: a quotation mark is missing or too many; nothing from here on is read"));
        }
    }

    /** The names of the columns, or none after saying what is wrong. */
    private List<String> head(CSVRecord record, Consumer<FileProblem> problems) {
        List<String> head = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : record) {
            String column = cell.strip();
            if (!CsvColumns.ALL.contains(column)) {
                problems.accept(new FileProblem(name, 1, "unknown column " + column));
            } else if (!seen.add(column)) {
                problems.accept(new FileProblem(name, 1, "the column " + column + " stands here twice"));
            } else {
                head.add(column);
            }
        }
        return head.size() == record.size() && head.contains(CsvColumns.SLUG) ? head : List.of();
    }

    private Optional<Row> row(int line, List<String> head, CSVRecord record, Consumer<FileProblem> problems) {
        if (record.size() == 1 && record.get(0).isBlank()) {
            return Optional.empty();
        }
        if (record.size() != head.size()) {
            problems.accept(new FileProblem(name, line,
                    "the row has " + record.size() + " cells where the head names " + head.size()));
            return Optional.empty();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
            cells.put(head.get(i), CsvCell.read(record.get(i)));
        }
        String slug = cells.getOrDefault(CsvColumns.SLUG, "").strip();
        Optional<Row> row = Slug.parse(slug).map(known -> new Row(line, known, cells));
        if (row.isEmpty()) {
            problems.accept(new FileProblem(name, line, "slug is no slug: " + slug));
        }
        return row;
    }
}
