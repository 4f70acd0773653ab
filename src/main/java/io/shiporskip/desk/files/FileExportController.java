package io.shiporskip.desk.files;

import io.shiporskip.importing.Exports;
import io.shiporskip.shared.Slug;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The catalogue as files to keep. */
@Controller
class FileExportController {

    private final Exports exports;

    FileExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping(FilesController.PATH + "/catalogue.zip")
    void archive(HttpServletResponse response) throws IOException {
        begin(response, "application/zip", "catalogue.zip");
        exports.archive(response.getOutputStream());
    }

    @GetMapping(FilesController.PATH + "/tools.csv")
    void table(HttpServletResponse response) throws IOException {
        begin(response, "text/csv;charset=UTF-8", "tools.csv");
        exports.table(response.getOutputStream());
    }

    @GetMapping(FilesController.PATH + "/tools/{slug}.yaml")
    void tool(@PathVariable String slug, HttpServletResponse response) throws IOException {
        String file = Slug.parse(slug).flatMap(exports::tool)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        begin(response, "application/yaml;charset=UTF-8", slug + ".yaml");
        response.getOutputStream().write(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
