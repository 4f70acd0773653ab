package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Outcome;
import io.shiporskip.newsletter.EditionProgress;
import io.shiporskip.newsletter.Sending;
import io.shiporskip.shared.Figures;
import io.shiporskip.shared.Htmx;
import io.shiporskip.visitors.RateLimit;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/** Mails for trying out: an edition to one address, so many times an hour. */
@Controller
class TestMailController {

    /** So many mails for trying out an account sends in an hour, by each copy of the site. */
    static final int AN_HOUR = 10;

    private final Sending sending;
    private final NewsletterActs acts;
    private final RateLimit<UUID> limit = new RateLimit<>(AN_HOUR, Duration.ofHours(1));

    TestMailController(Sending sending, NewsletterActs acts) {
        this.sending = sending;
        this.acts = acts;
    }

    /**
     * What became of a mail for trying out.
     *
     * @param sentence in words
     * @param sent whether the mail server took it
     * @param back where one came from
     */
    public record TestedView(String sentence, boolean sent, String back) {}

    @PostMapping(ComingPages.PATH + "/test")
    ModelAndView coming(@RequestParam(defaultValue = "") String to, @AuthenticationPrincipal Editor editor, Htmx htmx,
            HttpServletResponse response) {
        return test("coming", ComingPages.PATH, to, editor, htmx, response, address -> sending.sendTestOfComing(address)
                .orElseThrow(() -> new NotPossible("There is nothing to tell, so there is no edition to try out.")));
    }

    @PostMapping(ComingPages.PATH + "/editions/{number}/test")
    ModelAndView edition(@PathVariable int number, @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal Editor editor, Htmx htmx, HttpServletResponse response) {
        EditionProgress edition = sending.edition(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return test(String.valueOf(number), ComingPages.PATH + "/editions/" + number, to, editor, htmx, response,
                address -> sending.sendTest(edition.id(), address));
    }

    private ModelAndView test(String edition, String back, String to, Editor editor, Htmx htmx,
            HttpServletResponse response, java.util.function.Function<EmailAddress, Outcome> send) {
        EmailAddress address = EmailAddress.parse(to.isBlank() ? editor.email() : to).orElse(null);
        if (address == null) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, "Enter a valid e-mail address.", back, htmx);
        }
        OptionalLong wait = limit.takeOne(editor.id());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
            return answer(HttpStatus.TOO_MANY_REQUESTS, "You have sent " + AN_HOUR
                    + " mails for trying out within an hour. Wait " + Figures.of(Math.ceilDiv(wait.getAsLong(), 60),
                            "minute", "minutes")
                    + " and try again.", back, htmx);
        }
        // First, because a mail cannot be taken back: without the row there is none.
        acts.noteTest(edition, address, editor);
        Outcome outcome = send.apply(address);
        return answer(outcome instanceof Outcome.Accepted ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                sentence(outcome, address), back, htmx);
    }

    private static String sentence(Outcome outcome, EmailAddress to) {
        String said = " The mail server said: " + outcome.answer();
        return switch (outcome) {
            case Outcome.Accepted _ -> "Sent to " + to.value() + "." + said;
            case Outcome.Deferred _ -> "Not sent: the mail server refuses it for the time being." + said;
            case Outcome.Refused _ -> "Not sent: the mail server refuses it for good." + said;
            case Outcome.Unreachable _ ->
                "Not sent: the mail server takes nothing from this site now. " + outcome.answer();
            case Outcome.Unknown _ -> "Nobody knows whether it was sent: the connection broke. " + outcome.answer();
        };
    }

    private static ModelAndView answer(HttpStatus status, String sentence, String back, Htmx htmx) {
        ModelAndView answer = new ModelAndView(
                htmx.request() ? "desk/newsletter/tested :: answer" : "desk/newsletter/tested", "view",
                new TestedView(sentence, status == HttpStatus.OK, back));
        answer.setStatus(status);
        return answer;
    }
}
