package io.shiporskip.panel;

import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads reviewers, takes and what takes add up to. */
@Component
class TakeQuery {

    private static final String TAKES = """
            select k.id, k.tool_id, k.verdict, k.score, k.text, k.written_on, k.basis, k.weeks,
                   r.slug, r.name, r.motto, r.statement, r.position,
                   array(select statement::text from claim where take_id = k.id order by position) as statements,
                   array(select due_on::text from claim where take_id = k.id order by position) as due,
                   array(select outcome from claim where take_id = k.id order by position) as outcomes
              from take k
              join reviewer r on r.id = k.reviewer_id
            """;

    private static final String MARKS = """
            select k.tool_id, r.slug, r.name, k.verdict, k.score
              from take k
              join reviewer r on r.id = k.reviewer_id
            """;

    private static final String RECORDS = """
            select r.slug, r.name, r.motto, r.statement, r.position, n.ships, n.skips, n.scores, n.score_sum, n.lowest,
                   n.highest, n.compared, n.distance, n.lean, n.dissents
              from reviewer r
              left join reviewer_record n on n.reviewer_id = r.id
            """;

    private final JdbcClient jdbc;

    TakeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReviewerView> reviewers() {
        return jdbc.sql("select slug, name, motto, statement, position from reviewer order by position")
                .query(ReviewerView.class).list();
    }

    void change(Slug reviewer, String name, String motto, String statement) {
        jdbc.sql("""
                update reviewer set name = :name, motto = :motto, statement = :statement where slug = :slug
                """).param("name", name).param("motto", motto).param("statement", statement)
                .param("slug", reviewer.value()).update();
    }

    List<TakeView> ofTools(Collection<UUID> tools) {
        return tools.isEmpty() ? List.of() : jdbc.sql(TAKES + " where k.tool_id in (:tools) order by r.position")
                .param("tools", tools).query(TakeQuery::take).list();
    }

    void handOver(UUID from, UUID to) {
        jdbc.sql("""
                update take k set tool_id = :to
                 where k.tool_id = :from
                   and not exists (select from take o where o.tool_id = :to and o.reviewer_id = k.reviewer_id)
                """).param("from", from).param("to", to).update();
    }

    /** The reviewer's takes on published tools behind a cursor, the highest score first. */
    TakePage ofReviewer(Slug reviewer, TakeCursor after, int limit) {
        record Row(TakeCursor cursor, TakeView take) {}
        List<Row> rows = jdbc.sql(TAKES + """
                  join tool t on t.id = k.tool_id
                 where k.reviewer_id = (select id from reviewer where slug = :reviewer)
                   and is_published(t.published_on) and (coalesce(-k.score, 1), k.id) > (:order, :id)
                 order by coalesce(-k.score, 1), k.id
                 limit :limit
                """).param("reviewer", reviewer.value()).param("order", after.order()).param("id", after.id())
                .param("limit", limit + 1).query((ResultSet row, int number) -> {
                    TakeView take = take(row, number);
                    Integer score = take.score();
                    return new Row(new TakeCursor(score == null ? 1 : -score, row.getObject("id", UUID.class)), take);
                }).list();
        boolean last = rows.size() <= limit;
        List<Row> page = last ? rows : rows.subList(0, limit);
        return new TakePage(page.stream().map(Row::take).toList(), after.equals(TakeCursor.START),
                last ? "" : page.getLast().cursor().text());
    }

    Map<UUID, PanelVerdict> verdicts(Collection<UUID> tools) {
        Map<UUID, PanelVerdict> verdicts = new HashMap<>();
        if (tools.isEmpty()) {
            return verdicts;
        }
        jdbc.sql("""
                select tool_id, count(*) filter (where verdict = 'SHIP') as ships,
                       count(*) filter (where verdict = 'SKIP') as skips,
                       count(score) as scores, coalesce(sum(score), 0) as sum,
                       coalesce(min(score), 0) as lowest, coalesce(max(score), 0) as highest
                  from take
                 where tool_id in (:tools)
                 group by tool_id
                """).param("tools", tools).query((ResultSet row) -> {
            int scores = row.getInt("scores");
            verdicts.put(row.getObject("tool_id", UUID.class),
                    new PanelVerdict(row.getInt("ships"), row.getInt("skips"), scores == 0 ? null
                            : PanelScore.of(row.getInt("sum"), scores, row.getInt("lowest"), row.getInt("highest"))));
        });
        return verdicts;
    }

    Map<UUID, Map<String, Integer>> scores(Collection<UUID> tools) {
        Map<UUID, Map<String, Integer>> scores = new HashMap<>();
        if (tools.isEmpty()) {
            return scores;
        }
        jdbc.sql("""
                select k.tool_id, r.name, k.score from take k join reviewer r on r.id = k.reviewer_id
                 where k.tool_id in (:tools) and k.score is not null order by r.position
                """).param("tools", tools).query((ResultSet row) -> {
            scores.computeIfAbsent(row.getObject("tool_id", UUID.class), _ -> new LinkedHashMap<>())
                    .put(row.getString("name"), row.getInt("score"));
        });
        return scores;
    }

    /** Both sorts in one statement, because the scores of the whole kind are counted for either. */
    Ranked ranked(String kind, int leastScores, int most, int mostBarely) {
        List<UUID> best = new ArrayList<>();
        List<UUID> barely = new ArrayList<>();
        int[] totals = { 0, 0 };
        jdbc.sql("""
                with counted as (
                    select t.id, t.slug, avg(k.score) as mean, count(k.score) >= :least as enough
                      from tool t
                      join kind on kind.id = t.kind_id
                      left join take k on k.tool_id = t.id
                     where kind.slug = :kind and is_published(t.published_on)
                     group by t.id),
                placed as (
                    select id, enough, count(*) over (partition by enough) as total,
                           row_number() over (partition by enough order by mean desc nulls last, slug) as place
                      from counted)
                select id, enough, total from placed
                 where place <= case when enough then :most else :barely end
                 order by place
                """).param("kind", kind).param("least", leastScores).param("most", most).param("barely", mostBarely)
                .query((ResultSet row) -> {
                    boolean enough = row.getBoolean("enough");
                    (enough ? best : barely).add(row.getObject("id", UUID.class));
                    totals[enough ? 0 : 1] = row.getInt("total");
                });
        return new Ranked(best, totals[0], barely, totals[1]);
    }

    List<ReviewerRecord> records() {
        return jdbc.sql(RECORDS + " order by r.position").query(TakeQuery::record).list();
    }

    Optional<ReviewerRecord> record(Slug reviewer) {
        return jdbc.sql(RECORDS + " where r.slug = :slug").param("slug", reviewer.value()).query(TakeQuery::record)
                .optional();
    }

    List<Mark> marks(Collection<UUID> tools) {
        return tools.isEmpty() ? List.of() : jdbc.sql(MARKS + " where k.tool_id in (:tools) order by r.position")
                .param("tools", tools).query(TakeQuery::mark).list();
    }

    private static ReviewerRecord record(ResultSet row, int number) throws SQLException {
        int scores = row.getInt("scores");
        return new ReviewerRecord(reviewer(row),
                new PanelVerdict(row.getInt("ships"), row.getInt("skips"), scores == 0 ? null
                        : PanelScore.of(row.getInt("score_sum"), scores, row.getInt("lowest"), row.getInt("highest"))),
                new PanelDistance(row.getInt("compared"), row.getDouble("distance"), row.getDouble("lean")),
                row.getArray("dissents") == null ? List.of() : List.of((UUID[]) row.getArray("dissents").getArray()));
    }

    private static ReviewerView reviewer(ResultSet row) throws SQLException {
        return new ReviewerView(row.getString("slug"), row.getString("name"), row.getString("motto"),
                row.getString("statement"), row.getInt("position"));
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(row.getObject("tool_id", UUID.class), row.getString("slug"), row.getString("name"),
                Verdict.valueOf(row.getString("verdict")), row.getObject("score", Integer.class));
    }

    private static TakeView take(ResultSet row, int number) throws SQLException {
        String[] statements = (String[]) row.getArray("statements").getArray();
        String[] due = (String[]) row.getArray("due").getArray();
        String[] outcomes = (String[]) row.getArray("outcomes").getArray();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < statements.length; i++) {
            claims.add(new Claim(statements[i], LocalDate.parse(due[i]), ClaimOutcome.valueOf(outcomes[i])));
        }
        return new TakeView(row.getObject("tool_id", UUID.class), reviewer(row),
                Verdict.valueOf(row.getString("verdict")), row.getObject("score", Integer.class),
                row.getString("text"), row.getObject("written_on", LocalDate.class),
                new Basis(Footing.valueOf(row.getString("basis")), row.getObject("weeks", Integer.class)), claims);
    }
}
