package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.newsletter.SubscriberLine;
import io.shiporskip.newsletter.Subscribers;
import io.shiporskip.shared.CsvCell;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Subscribers as a file for a spreadsheet: those whom the page of subscribers lists, all of them. */
@Controller
class SubscriberExportController {

    /** So many are read and written in one go, so that memory does not grow with their number. */
    private static final int CHUNK = 2_000;

    private final Subscribers subscribers;
    private final NewsletterActs acts;

    SubscriberExportController(Subscribers subscribers, NewsletterActs acts) {
        this.subscribers = subscribers;
        this.acts = acts;
    }

    /** A POST, because it leaves a row in the audit. */
    @PostMapping(SubscribersController.PATH + "/export")
    void export(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Editor editor, HttpServletResponse response) throws IOException {
        if (!state.isEmpty() && !Subscribers.isState(state)) {
            throw new NotPossible("Choose waiting, confirmed or left, or all of them.");
        }
        acts.noteExport(state, !q.isBlank(), editor);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"subscribers-" + LocalDate.now(ZoneOffset.UTC) + ".csv\"");
        CSVPrinter csv = new CSVPrinter(response.getWriter(), CSVFormat.RFC4180);
        csv.printRecord("address", "state", "signed_up_at", "confirmed_at", "left_at");
        UUID before = null;
        List<SubscriberLine> lines;
        do {
            lines = subscribers.find(state, q.strip(), before, CHUNK);
            for (SubscriberLine line : lines) {
                csv.printRecord(CsvCell.written(line.address()), line.stateText(), line.signedUpAt(),
                        text(line.confirmedAt()),
                        text(line.leftAt()));
                before = line.id();
            }
            csv.flush();
        } while (lines.size() == CHUNK);
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
