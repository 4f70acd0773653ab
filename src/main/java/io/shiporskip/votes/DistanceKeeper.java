package io.shiporskip.votes;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.Reckoning;
import io.shiporskip.panel.ReviewerView;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps how far the reviewers lie from the votes. Once votes, takes or tools have changed, within a minute, it goes through the
 * tools with votes enough, some at a time so that no statement takes long, and a vote pays nothing for it.
 */
@Component
class DistanceKeeper {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Panel panel;
    private final Reckoning reckoning;

    DistanceKeeper(JdbcClient jdbc, Panel panel, Reckoning reckoning) {
        this.jdbc = jdbc;
        this.panel = panel;
        this.reckoning = reckoning;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${shiporskip.reviewers.reckon:PT1M}",
            initialDelayString = "${shiporskip.reviewers.reckon:PT1M}")
    void reckonQuietly() {
        reckoning.keepUp("reviewer_distance", List.of("reviewer", "take", "tally", "tool"), this::reckon);
    }

    /** Reckons all distances anew. */
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
                insert into reviewer_distance (reviewer_id, tools, mean)
                select id, :tools, :mean from reviewer where slug = :reviewer
                on conflict (reviewer_id) do update
                   set tools = excluded.tools, mean = excluded.mean
                """).param("reviewer", reviewer).param("tools", distance.tools()).param("mean", distance.mean())
                .update();
    }
}
