package io.shiporskip.newsletter;

import io.shiporskip.mail.Postman;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final EditionQuery query;
    private final News news;
    private final Composer composer;
    private final EditionProperties schedule;
    private final Postman postman;
    private final Clock clock;

    @Autowired
    Editions(EditionQuery query, News news, Composer composer, EditionProperties schedule, Postman postman) {
        this(query, news, composer, schedule, postman, Clock.systemUTC());
    }

    Editions(EditionQuery query, News news, Composer composer, EditionProperties schedule, Postman postman,
            Clock clock) {
        this.query = query;
        this.news = news;
        this.composer = composer;
        this.schedule = schedule;
        this.postman = postman;
        this.clock = clock;
    }

    /**
     * The coming edition as it would be now.
     *
     * @param due when it goes out
     * @param week the days that it covers
     * @param introduction what is written above it, in Markdown; empty where nothing is
     * @param content what it would say if it went out now; nothing while there is nothing to tell
     */
    public record Coming(Instant due, Week week, String introduction, Optional<EditionContent> content) {}

    /** The coming edition. */
    @Transactional(readOnly = true)
    public Coming coming() {
        Instant now = clock.instant();
        Instant due = schedule.nextAfter(now);
        Week week = weekAt(due);
        return new Coming(due, week, query.draft().orElse(""), composer.content(news.untold(now), lastContent()));
    }

    /**
     * Writes above the coming edition; what was written there before is replaced.
     *
     * @param introduction in Markdown, of at most {@link #LONGEST_INTRODUCTION} characters
     * @throws IllegalArgumentException when it is longer
     */
    @Transactional
    public void introduce(String introduction) {
        if (introduction.length() > LONGEST_INTRODUCTION) {
            throw new IllegalArgumentException(
                    "an introduction has at most " + LONGEST_INTRODUCTION + " characters");
        }
        query.write(introduction, weekAt(schedule.nextAfter(clock.instant())));
    }

    /**
     * Puts the edition together that is due: of all that no edition has told of yet. Where there is nothing, there is no
     * edition, and neither is there on a site that sends no mail.
     *
     * @return the edition, to be sent; nothing when there is none, or its days are covered already
     */
    @Transactional
    Optional<UUID> compose() {
        if (!postman.delivers()) {
            log.warn("Newsletter no edition is put together, because no mail server is named; see spring.mail.host");
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Week.upTo(schedule.lastDayBefore(now), query.lastDayCovered()).flatMap(week -> compose(week, now));
    }

    private Optional<UUID> compose(Week week, Instant now) {
        Optional<EditionContent> content = composer.content(news.tell(now), lastContent());
        if (content.isEmpty()) {
            query.noteEmpty(week, now);
            query.draft().ifPresent(introduction -> query.write(introduction, weekAt(schedule.nextAfter(now))));
            log.info("Newsletter there is nothing to tell of {}: no edition", week.text());
            return Optional.empty();
        }
        UUID edition = query.compose(week, content.get(), now);
        log.info("Newsletter edition {} of {}: {}", query.byId(edition).map(EditionView::number).orElseThrow(),
                week.text(), content.get().headline());
        return Optional.of(edition);
    }

    /** Whether an edition was to go out that did not, though others had before: the site failed or was away. */
    boolean overdue() {
        LocalDate covered = query.lastDayCovered();
        return covered != null
                && !schedule.lastDayBefore(clock.instant()).isBefore(covered.plusDays(Week.DAYS));
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

    /** What goes out then covers the days before that are not covered; where all of them are, the schedule was changed. */
    private Week weekAt(Instant due) {
        LocalDate last = schedule.lastDayBefore(due);
        return Week.upTo(last, query.lastDayCovered()).orElse(new Week(last, last));
    }

    private @Nullable EditionContent lastContent() {
        return query.before(Integer.MAX_VALUE, 1).stream().findFirst().map(EditionView::content).orElse(null);
    }
}
