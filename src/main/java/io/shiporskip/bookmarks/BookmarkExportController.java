package io.shiporskip.bookmarks;

import io.shiporskip.bookmarks.BookmarkFile.Entry;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.platform.SiteProperties;
import io.shiporskip.shared.CsvCell;
import io.shiporskip.visitors.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A visitor's bookmarks as files: JSON for coming back, CSV (RFC 4180) for tables. */
@Controller
class BookmarkExportController {

    private final Bookmarks bookmarks;
    private final Tools tools;
    private final Visitors visitors;
    private final SiteProperties site;

    BookmarkExportController(Bookmarks bookmarks, Tools tools, Visitors visitors, SiteProperties site) {
        this.bookmarks = bookmarks;
        this.tools = tools;
        this.visitors = visitors;
        this.site = site;
    }

    @GetMapping("/bookmarks/export.json")
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(BookmarkFile.write(entries(request)), "application/json", "json", response);
    }

    @GetMapping("/bookmarks/export.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("name", "slug", "address", "kept_at");
            for (Entry entry : entries(request)) {
                csv.printRecord(CsvCell.written(entry.name()), entry.slug(),
                        site.addressOf("/tools/" + entry.slug(), request), entry.keptAt());
            }
        }
        send(text.toString(), "text/csv", "csv", response);
    }

    private List<Entry> entries(HttpServletRequest request) {
        List<Bookmark> kept = visitors.known(request).map(bookmarks::kept).orElse(List.of());
        return BookmarkFile.entries(kept, tools.byIds(kept.stream().map(Bookmark::tool).toList()));
    }

    private static void send(String text, String type, String ending, HttpServletResponse response) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"ship-or-skip-bookmarks.%s\"".formatted(ending));
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
