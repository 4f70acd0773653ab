package io.shiporskip.desk.newsletter;

import io.shiporskip.newsletter.EditionLine;
import io.shiporskip.newsletter.Editions;
import io.shiporskip.newsletter.Sending;
import io.shiporskip.newsletter.Subscribers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Puts the page of the coming edition together, for those who change something on it. */
@Component
class ComingPages {

    static final String PATH = "/desk/newsletter";

    private static final int EDITIONS = 10;

    private final Editions editions;
    private final Sending sending;
    private final Subscribers subscribers;

    ComingPages(Editions editions, Sending sending, Subscribers subscribers) {
        this.editions = editions;
        this.sending = sending;
        this.subscribers = subscribers;
    }

    /** The page, with the editions before a number. */
    ComingView page(int before, String done) {
        Editions.Coming coming = editions.coming();
        return view(coming, before, coming.draft().introduction(), coming.draft().basis(), null, "", "", "", done);
    }

    /** The page with an introduction that was not saved. */
    ComingView notSaved(String typed, String basis, @Nullable String theirs, String problem) {
        return view(editions.coming(), Integer.MAX_VALUE, typed, basis, theirs, problem, "", "", "");
    }

    /** The page with a moment that will not do. */
    ComingView notPlanned(String at, String problem) {
        Editions.Coming coming = editions.coming();
        return view(coming, Integer.MAX_VALUE, coming.draft().introduction(), coming.draft().basis(), null, "", at,
                problem,
                "");
    }

    private ComingView view(Editions.Coming coming, int before, String typed, String basis, @Nullable String theirs,
            String problem, String at, String planProblem, String done) {
        List<EditionLine> before10 = sending.before(before, EDITIONS);
        Integer older = before10.size() < EDITIONS || before10.getLast().number() == 1 ? null
                : before10.getLast().number();
        return new ComingView(coming, subscribers.counts().confirmed(), before10, older, typed, basis, theirs, problem,
                at.isEmpty() ? Moments.field(coming.due(), coming.zone()) : at, planProblem, done);
    }
}
