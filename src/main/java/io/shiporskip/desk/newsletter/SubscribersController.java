package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.newsletter.SubscriberLine;
import io.shiporskip.newsletter.Subscribers;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.UUID;

/** Who gets the weekly e-mail: looking for them, and erasing them. */
@Controller
class SubscribersController {

    static final String PATH = ComingPages.PATH + "/subscribers";

    private static final String PAGE = "desk/newsletter/subscribers";
    private static final int ROWS = 50;
    private static final int DAYS = 90;

    private final Subscribers subscribers;
    private final NewsletterActs acts;

    SubscribersController(Subscribers subscribers, NewsletterActs acts) {
        this.subscribers = subscribers;
        this.acts = acts;
    }

    @GetMapping(PATH)
    ModelAndView page(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID before, Htmx htmx) {
        List<SubscriberLine> found = subscribers.find(state, q.strip(), before, ROWS + 1);
        boolean more = found.size() > ROWS;
        SubscribersView view = new SubscribersView(subscribers.counts(),
                new SubscribersView.GrowthPlot(subscribers.signUpsADay(DAYS), subscribers.confirmedOnDays(DAYS)),
                more ? found.subList(0, ROWS) : found, state, q.strip(), before == null,
                more ? found.get(ROWS - 1).id() : null);
        return new ModelAndView(htmx.request() ? PAGE + " :: people" : PAGE, "view", view);
    }

    /** The page with one button. */
    @GetMapping(PATH + "/{id}/erase")
    ModelAndView ask(@PathVariable UUID id) {
        return new ModelAndView("desk/newsletter/erase", "view",
                subscribers.line(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping(PATH + "/{id}/erase")
    ModelAndView erase(@PathVariable UUID id, @AuthenticationPrincipal Editor editor) {
        acts.erase(id, editor);
        return Redirects.seeOther(PATH);
    }
}
