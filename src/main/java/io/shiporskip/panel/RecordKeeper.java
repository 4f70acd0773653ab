package io.shiporskip.panel;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps the records of the reviewers. Once takes or tools have changed, within a minute, it goes through the takes on published
 * tools, some tools at a time so that no statement takes long, and adds them up with the rules that the pages use.
 */
@Component
class RecordKeeper {

    private static final int AT_ONCE = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TakeQuery query;
    private final Reckoning reckoning;

    RecordKeeper(JdbcClient jdbc, TakeQuery query, Reckoning reckoning) {
        this.jdbc = jdbc;
        this.query = query;
        this.reckoning = reckoning;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${shiporskip.reviewers.reckon:PT1M}",
            initialDelayString = "${shiporskip.reviewers.reckon:PT1M}")
    void reckonQuietly() {
        reckoning.keepUp("reviewer_record", List.of("reviewer", "take", "tool"), this::reckon);
    }

    /** Reckons all records anew. */
    void reckon() {
        Map<String, RecordSum> sums = new TreeMap<>();
        query.reviewers().forEach(reviewer -> sums.put(reviewer.slug(), new RecordSum()));
        List<UUID> some = publishedAfter(BEFORE_ALL);
        while (!some.isEmpty()) {
            query.marks(some).stream().collect(Collectors.groupingBy(Mark::toolId, HashMap::new, Collectors.toList()))
                    .values().stream().flatMap(panel -> Standing.of(panel).stream())
                    .forEach(standing -> sums.computeIfAbsent(standing.mark().reviewer(), _ -> new RecordSum())
                            .add(standing));
            some = publishedAfter(some.getLast());
        }
        sums.forEach(this::write);
    }

    private List<UUID> publishedAfter(UUID tool) {
        return jdbc.sql("""
                select id from tool where id > :after and is_published(published_on) order by id limit :limit
                """).param("after", tool).param("limit", AT_ONCE).query(UUID.class).list();
    }

    private void write(String reviewer, RecordSum sum) {
        PanelDistance distance = sum.fromPanel();
        jdbc.sql("""
                insert into reviewer_record (reviewer_id, ships, skips, scores, score_sum, lowest, highest,
                                             compared, distance, lean, dissents)
                select id, :ships, :skips, :scores, :sum, :lowest, :highest, :compared, :distance, :lean, :dissents
                  from reviewer where slug = :reviewer
                on conflict (reviewer_id) do update
                   set ships = excluded.ships, skips = excluded.skips, scores = excluded.scores,
                       score_sum = excluded.score_sum, lowest = excluded.lowest, highest = excluded.highest,
                       compared = excluded.compared, distance = excluded.distance, lean = excluded.lean,
                       dissents = excluded.dissents
                """).param("reviewer", reviewer).param("ships", sum.ships()).param("skips", sum.skips())
                .param("scores", sum.scores()).param("sum", sum.scoreSum()).param("lowest", sum.lowest())
                .param("highest", sum.highest()).param("compared", distance.tools())
                .param("distance", distance.mean()).param("lean", distance.lean())
                .param("dissents", sum.dissents().toArray(UUID[]::new), Types.ARRAY).update();
    }
}
