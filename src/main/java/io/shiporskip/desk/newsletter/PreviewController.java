package io.shiporskip.desk.newsletter;

import io.shiporskip.newsletter.LetterPreview;
import io.shiporskip.newsletter.Sending;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Editions as mails, in both parts: the coming one as it would be now, and those that were put together. */
@Controller
class PreviewController {

    private static final String EDITION = ComingPages.PATH + "/editions/{number}/preview";
    private static final String OWN_LOOK_ONLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private final Sending sending;

    PreviewController(Sending sending) {
        this.sending = sending;
    }

    /**
     * A mail, and where its pages are.
     *
     * @param name of the edition, for people
     * @param path of this page
     * @param back where one came from
     * @param letter the mail
     */
    public record PreviewView(String name, String path, String back, LetterPreview letter) {}

    @GetMapping(ComingPages.PATH + "/preview")
    ModelAndView coming() {
        return sending.previewOfComing()
                .map(letter -> new ModelAndView("desk/newsletter/preview", "view",
                        new PreviewView("The coming edition", ComingPages.PATH + "/preview", ComingPages.PATH, letter)))
                .orElseGet(() -> new ModelAndView("desk/newsletter/no-preview"));
    }

    @GetMapping(EDITION)
    ModelAndView edition(@PathVariable int number) {
        String path = ComingPages.PATH + "/editions/" + number;
        return new ModelAndView("desk/newsletter/preview", "view",
                new PreviewView("Edition " + number, path + "/preview", path, letter(number)));
    }

    @GetMapping(ComingPages.PATH + "/preview/html")
    void comingHtml(HttpServletResponse response) throws IOException {
        write(sending.previewOfComing().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), response);
    }

    @GetMapping(EDITION + "/html")
    void editionHtml(@PathVariable int number, HttpServletResponse response) throws IOException {
        write(letter(number), response);
    }

    private LetterPreview letter(int number) {
        return sending.edition(number).map(edition -> sending.preview(edition.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As a mail program shows it: with its own styles and nothing else, no script, no picture from elsewhere. */
    private static void write(LetterPreview letter, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", OWN_LOOK_ONLY);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(letter.html().getBytes(StandardCharsets.UTF_8));
    }
}
