package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.newsletter.OddDelivery;
import io.shiporskip.newsletter.Sending;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Figures;
import io.shiporskip.shared.Htmx;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.UUID;

/** Deliveries that failed, and those of which nobody knows, which editors decide about. */
@Controller
class DeliveriesController {

    private static final String PATH = ComingPages.PATH + "/deliveries";
    private static final String PAGE = "desk/newsletter/deliveries";
    private static final int ROWS = 50;

    private final Sending sending;
    private final NewsletterActs acts;

    DeliveriesController(Sending sending, NewsletterActs acts) {
        this.sending = sending;
        this.acts = acts;
    }

    @GetMapping(PATH)
    ModelAndView page(@RequestParam(defaultValue = "unknown") String kind,
            @RequestParam(required = false) @Nullable Integer edition,
            @RequestParam(required = false) @Nullable String before) {
        return new ModelAndView(PAGE, "view", view(!kind.equals("failed"), edition, before, ""));
    }

    /**
     * @param delivery those that are ticked
     * @param decision what becomes of them: "again" or "sent"
     * @param one a decision about a single one: "again" or "sent", a full stop, and its id
     */
    @PostMapping(PATH)
    ModelAndView decide(@RequestParam(defaultValue = "") List<UUID> delivery,
            @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String one,
            @RequestParam(required = false) @Nullable Integer edition, @AuthenticationPrincipal Editor editor,
            Htmx htmx) {
        String[] single = one.split("[.]", 2);
        List<UUID> about = one.isEmpty() ? delivery.stream().limit(ROWS).toList()
                : List.of(id(single[single.length - 1]));
        String wish = one.isEmpty() ? decision : single[0];
        if (about.isEmpty()) {
            throw new NotPossible("Tick the deliveries that you decide about first.");
        }
        if (!wish.equals("again") && !wish.equals("sent")) {
            throw new NotPossible("Say whether to send again or to take as sent.");
        }
        int decided = acts.decide(about, wish.equals("again"), editor);
        String done = Figures.of(decided, "delivery", "deliveries")
                + (wish.equals("again") ? " will be sent again." : " taken as sent.");
        DeliveriesView view = view(true, edition, null, done);
        return htmx.request() ? new ModelAndView(PAGE + " :: part", "view", view) : Redirects.seeOther(view.path());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new NotPossible("There is no such delivery.");
        }
    }

    private DeliveriesView view(boolean unknown, @Nullable Integer edition, @Nullable String before, String done) {
        List<OddDelivery> rows = unknown ? sending.unknown(edition, before, ROWS + 1)
                : sending.failed(edition, before, ROWS + 1);
        boolean more = rows.size() > ROWS;
        return new DeliveriesView(unknown, edition, more ? rows.subList(0, ROWS) : rows, before == null,
                more ? rows.get(ROWS - 1).cursor() : null, "", done);
    }
}
