package io.shiporskip.votes;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps how far the reviewers lie from the votes. Every minute it goes through the tools with votes enough, some at a time so
 * that no statement takes long, and a vote pays nothing for it. Where several copies of the site run, one of them does it for
 * all.
 */
@Component
class DistanceKeeper {

    private static final Logger log = LoggerFactory.getLogger(DistanceKeeper.class);
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Panel panel;

    DistanceKeeper(JdbcClient jdbc, Panel panel) {
        this.jdbc = jdbc;
        this.panel = panel;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${shiporskip.reviewers.reckon:PT1M}",
            initialDelayString = "${shiporskip.reviewers.reckon:PT1M}")
    void reckonQuietly() {
        try {
            if (!reckonedByAnother()) {
                reckon();
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug("The distances of the reviewers are reckoned at the next opportunity", e);
        }
    }

    private boolean reckonedByAnother() {
        return jdbc.sql("""
                select exists (select from reviewer_distance where reckoned_at > now() - interval '30 seconds')
                """).query(Boolean.class).single();
    }

    /** Reckons all distances anew. In the order of the slugs, so that two copies of the site never wait for each other. */
    void reckon() {
        Map<String, CommunityDistance> distances = new TreeMap<>();
        panel.reviewers().stream().map(ReviewerView::slug)
                .forEach(reviewer -> distances.put(reviewer, CommunityDistance.NONE));
        UUID after = new UUID(0, 0);
        Map<UUID, Tally> some = enoughAfter(after);
        while (!some.isEmpty()) {
            Map<UUID, Tally> tallies = some;
            panel.marks(tallies.keySet()).values().stream().flatMap(List::stream)
                    .collect(Collectors.groupingBy(Mark::reviewer))
                    .forEach((reviewer, marks) -> distances.merge(reviewer, CommunityDistance.of(marks, tallies),
                            CommunityDistance::with));
            after = tallies.keySet().stream().max(DistanceKeeper::asTheDatabaseOrders).orElseThrow();
            some = enoughAfter(after);
        }
        distances.forEach(this::write);
    }

    private static int asTheDatabaseOrders(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }

    private Map<UUID, Tally> enoughAfter(UUID tool) {
        return jdbc.sql("""
                select y.tool_id, y.ships, y.skips, y.held
                  from tally y
                  join tool t on t.id = y.tool_id
                 where y.tool_id > :after and y.ships + y.skips >= :enough and is_published(t.published_on)
                 order by y.tool_id
                 limit :limit
                """).param("after", tool).param("enough", Tally.ENOUGH).param("limit", AT_ONCE).query(Tally::read);
    }

    private void write(String reviewer, CommunityDistance distance) {
        jdbc.sql("""
                insert into reviewer_distance (reviewer_id, tools, mean, reckoned_at)
                select id, :tools, :mean, now() from reviewer where slug = :reviewer
                on conflict (reviewer_id) do update
                   set tools = excluded.tools, mean = excluded.mean, reckoned_at = excluded.reckoned_at
                """).param("reviewer", reviewer).param("tools", distance.tools()).param("mean", distance.mean())
                .update();
    }
}
