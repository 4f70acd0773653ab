package io.shiporskip.importing;

import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.shared.CsvCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * Writes tools as a table after RFC 4180, every cell in quotes. A byte order mark stands before it, without which spreadsheets
 * would not read it as UTF-8.
 */
final class CsvWriter {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final CSVPrinter rows;

    /** Begins the table with its head. */
    CsvWriter(Appendable out) throws IOException {
        out.append('\ufeff');
        rows = new CSVPrinter(out, FORMAT);
        rows.printRecord(CsvColumns.ALL);
    }

    /** Adds a tool. */
    void add(ToolContent tool) throws IOException {
        Stream<String> cells = CsvColumns.row(tool).values().stream().map(CsvCell::written);
        rows.printRecord(cells);
    }
}
