package io.shiporskip.newsletter;

import io.shiporskip.mail.Postman;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The weekly e-mails: the coming one, and those that were put together. */
@Component
@EnableConfigurationProperties(EditionProperties.class)
public class Editions {

    /** So many editions stand on a page of the archive: a year of them. */
    static final int PAGE = 52;

    /** What an editor writes above an edition has so many characters at most. */
    public static final int LONGEST_INTRODUCTION = 4000;

    /** An edition can be planned so many days ahead: news must not have become old until then. */
    public static final int PLANNED_DAYS_AHEAD = 14;

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final EditionQuery query;
    private final News news;
    private final Composer composer;
    private final Plans plans;
    private final Postman postman;
    private final List<EditionWatch> watches;
    private final Clock clock;

    @Autowired
    Editions(EditionQuery query, News news, Composer composer, EditionPlan plan, EditionProperties schedule,
            Postman postman, List<EditionWatch> watches) {
        this(query, news, composer, new Plans(plan, query, schedule), postman, watches, Clock.systemUTC());
    }

    Editions(EditionQuery query, News news, Composer composer, Plans plans, Postman postman,
            List<EditionWatch> watches, Clock clock) {
        this.query = query;
        this.news = news;
        this.composer = composer;
        this.plans = plans;
        this.postman = postman;
        this.watches = watches;
        this.clock = clock;
    }

    /**
     * What is written above the coming edition.
     *
     * @param introduction in Markdown; empty where nothing is written
     * @param basis names this state of it; empty where nothing was ever written
     */
    public record Draft(String introduction, String basis) {

        static final Draft NONE = new Draft("", "");
    }

    /**
     * The coming edition as it would be now.
     *
     * @param number the number that it gets
     * @param due when it goes out
     * @param weekly when the weekly one goes out whose place it takes; the same moment where nobody has chosen another one
     * @param zone of the site's schedule
     * @param week the days that it covers
     * @param draft what is written above it
     * @param content what it would say if it went out now; nothing while there is nothing to tell
     * @param others the tools that it only counts, {@link Composer#OTHERS} at most
     * @param leftOut the tools that were left out of it, the latest first
     * @param dropped what was planned last and not sent; nothing where something was sent or planned since
     */
    public record Coming(int number, Instant due, Instant weekly, ZoneId zone, Week week, Draft draft,
            Optional<EditionContent> content, List<UntoldTool> others, List<UntoldTool> leftOut,
            Optional<DroppedPlan> dropped) {

        /** Whether somebody has chosen a moment for it. */
        public boolean planned() {
            return !due.equals(weekly);
        }

        /** Names what it says: its introduction and its tools. Empty while there is nothing to tell. */
        public String state() {
            return content.map(says -> Editions.state(draft, says)).orElse("");
        }
    }

    /** The coming edition. */
    @Transactional(readOnly = true)
    public Coming coming() {
        Instant now = clock.instant();
        Plans.Appointment appointment = plans.coming(now);
        List<News.Item> untold = news.untold(now);
        Optional<EditionContent> content = composer.content(untold, lastContent());
        return new Coming(query.nextNumber(), appointment.due(), appointment.weekly(), plans.zone(),
                appointment.week(), query.draft(), content, composer.others(untold, content),
                composer.leftOut(news.leftOut()), plans.dropped());
    }

    /** Where the day and the time are at which editions go out. */
    public ZoneId zone() {
        return plans.zone();
    }

    /**
     * Writes above the coming edition.
     *
     * @param introduction in Markdown, of at most {@link #LONGEST_INTRODUCTION} characters
     * @param basis the state on which this is written, see {@link Draft#basis}
     * @return what is written now
     * @throws IllegalArgumentException when it is longer
     * @throws IntroductionChanged when it has become another since, and does not say this already
     */
    @Transactional
    public Draft introduce(String introduction, String basis) {
        if (introduction.length() > LONGEST_INTRODUCTION) {
            throw new IllegalArgumentException(
                    "an introduction has at most " + LONGEST_INTRODUCTION + " characters");
        }
        query.lock();
        Draft now = query.draft();
        if (now.introduction().equals(introduction) && !now.basis().isEmpty()) {
            return now;
        }
        if (!now.basis().equals(basis)) {
            throw new IntroductionChanged(now);
        }
        query.write(introduction, plans.nextWeek(clock.instant()));
        return query.draft();
    }

    /**
     * Leaves a tool out of the coming edition.
     *
     * @param untilNext whether the edition after it tells of the tool; otherwise none tells what is known of it now
     * @return whether there was anything to tell of it
     */
    @Transactional
    public boolean leaveOut(Slug tool, boolean untilNext) {
        query.lock();
        return news.leaveOut(tool, untilNext);
    }

    /** Lets the coming edition tell of a tool again; whether it was left out. */
    @Transactional
    public boolean putBack(Slug tool) {
        query.lock();
        return news.putBack(tool);
    }

    /**
     * Lets the coming edition go out at this moment, once, in place of the weekly one.
     *
     * @throws EditionRefused when it is past, or more than {@link #PLANNED_DAYS_AHEAD} days ahead
     */
    @Transactional
    public void plan(Instant due) {
        query.lock();
        plans.plan(due, clock.instant());
    }

    /** Lets the coming edition go out at its weekly time after all; whether another one was chosen. */
    @Transactional
    public boolean cancelPlan() {
        query.lock();
        return plans.cancel();
    }

    /**
     * Puts the coming edition together at once, in place of the weekly one: its mails begin to go out.
     *
     * @param seen the {@link Coming#state} of what whoever sends it has seen
     * @return its number
     * @throws EditionRefused when there is nothing to tell, one has gone out today, or no mail server is named
     * @throws EditionChanged when it says something else by now; nothing was done
     */
    @Transactional
    public int sendNow(String seen) {
        query.lock();
        Instant now = clock.instant();
        if (!postman.delivers()) {
            throw new EditionRefused("No mail server is named, so no mail can leave.");
        }
        Instant weekly = plans.coming(now).weekly();
        plans.cancel();
        Week week = plans.outOfTurn(now).orElseThrow(
                () -> new EditionRefused("An edition has gone out today already. The next one can go out tomorrow."));
        if (news.untold(now).isEmpty()) {
            throw new EditionRefused("There is nothing to tell, so there is no edition to send.");
        }
        Draft draft = query.draft();
        EditionView edition = compose(week, now)
                .orElseThrow(() -> new EditionRefused("There is nothing to tell, so there is no edition to send."));
        if (!state(draft, edition.content()).equals(seen)) {
            throw new EditionChanged();
        }
        query.standFor(edition.id(), weekly);
        return edition.number();
    }

    /** The days that the coming edition bears if it goes out now: those that are over. Nothing where one went out today. */
    @Transactional(readOnly = true)
    public Optional<Week> weekIfSentNow() {
        return plans.outOfTurn(clock.instant());
    }

    /** Puts together what was planned with this id; nothing where that was cancelled, or comes to nothing. */
    @Transactional
    Optional<UUID> composePlanned(UUID id) {
        query.lock();
        Optional<EditionPlan.Plan> taken = plans.take(id);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        EditionPlan.Plan due = taken.get();
        Instant now = clock.instant();
        Optional<Week> week = plans.outOfTurn(now);
        DroppedPlan.Why why = !canDeliver() ? DroppedPlan.Why.NO_MAIL_SERVER
                : week.isEmpty() ? DroppedPlan.Why.DAY_COVERED : DroppedPlan.Why.NOTHING_TO_TELL;
        Optional<EditionView> edition = why == DroppedPlan.Why.NOTHING_TO_TELL
                ? week.flatMap(days -> compose(days, now)) : Optional.empty();
        edition.ifPresentOrElse(composed -> {
            query.standFor(composed.id(), due.standsFor());
            watches.forEach(watch -> watch.goesOut(composed.number(), true));
        }, () -> {
            DroppedPlan dropped = new DroppedPlan(due.due(), why);
            plans.drop(dropped);
            watches.forEach(watch -> watch.dropped(dropped));
            log.warn("Newsletter the edition planned for {} is not sent: {}", due.due(), why.text());
        });
        return edition.map(EditionView::id);
    }

    /**
     * Puts the edition together that is due: of all that no edition has told of yet. Where there is nothing, there is no
     * edition, and neither is there on a site that sends no mail, nor where another one takes its place.
     *
     * @return the edition, to be sent; nothing when there is none, or its days are covered already
     */
    @Transactional
    Optional<UUID> compose() {
        query.lock();
        Instant now = clock.instant();
        if (!canDeliver() || plans.isReplaced(now)) {
            return Optional.empty();
        }
        Optional<EditionView> edition = plans.weekly(now).flatMap(week -> compose(week, now));
        edition.ifPresent(composed -> watches.forEach(watch -> watch.goesOut(composed.number(), false)));
        return edition.map(EditionView::id);
    }

    private boolean canDeliver() {
        if (!postman.delivers()) {
            log.warn("Newsletter no edition is put together, because no mail server is named; see spring.mail.host");
            return false;
        }
        return true;
    }

    private Optional<EditionView> compose(Week week, Instant now) {
        Optional<EditionContent> content = composer.content(news.tell(now), lastContent());
        news.release();
        if (content.isEmpty()) {
            query.noteEmpty(week, now);
            Draft draft = query.draft();
            if (!draft.basis().isEmpty()) {
                query.write(draft.introduction(), plans.weekAfter(now));
            }
            log.info("Newsletter there is nothing to tell of {}: no edition", week.text());
            return Optional.empty();
        }
        EditionView edition = query.byId(query.compose(week, content.get(), now)).orElseThrow();
        plans.forgetDropped();
        log.info("Newsletter edition {} of {}: {}", edition.number(), week.text(), content.get().headline());
        return Optional.of(edition);
    }

    private static String state(Draft draft, EditionContent says) {
        try {
            byte[] text = (draft.basis() + says.verdicts() + says.more()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether an edition was to go out that did not, though others had before: the site failed or was away. */
    boolean overdue() {
        return plans.overdue(clock.instant());
    }

    /** The coming edition as one that is composed, to see how it looks; nothing while there is nothing to tell. */
    @Transactional(readOnly = true)
    Optional<EditionView> asComposed() {
        Coming coming = coming();
        return coming.content().map(content -> new EditionView(new UUID(0, 0), coming.number(), coming.week(),
                coming.draft().introduction(), content, clock.instant()));
    }

    /** A composed edition by its number. */
    Optional<EditionView> byNumber(int number) {
        return query.byNumber(number);
    }

    /** A composed edition by its id. */
    Optional<EditionView> byId(UUID id) {
        return query.byId(id);
    }

    /** Whether there is an edition of this number. */
    boolean has(int number) {
        return query.has(number);
    }

    /**
     * The editions before a number, the latest first.
     *
     * @param number {@link Integer#MAX_VALUE} for the latest
     * @param limit so many at most
     */
    List<EditionView> before(int number, int limit) {
        return query.before(number, limit);
    }

    private @Nullable EditionContent lastContent() {
        return query.before(Integer.MAX_VALUE, 1).stream().findFirst().map(EditionView::content).orElse(null);
    }
}
