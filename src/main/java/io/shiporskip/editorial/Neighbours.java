package io.shiporskip.editorial;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks over what is being written together with what else stands in the catalogue. */
@Component
public class Neighbours {

    private static final int MOST = 3;

    private final JdbcClient jdbc;

    Neighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What should be looked at once more. It stops nobody. */
    @Transactional(readOnly = true)
    public List<Problem> warnings(Manuscript manuscript) {
        return Checks.of(manuscript.sheet().form(), manuscript.takeForms(), others(manuscript),
                LocalDate.now(ZoneOffset.UTC));
    }

    private Checks.Others others(Manuscript manuscript) {
        UUID self = manuscript.published() == null ? manuscript.id() : manuscript.published().tool();
        List<String> namesakes = jdbc.sql("""
                select t.name || ' by ' || m.name
                  from tool t join maker m on m.id = t.maker_id
                 where lower(t.name) collate "C" = lower(:name) and t.id <> :self
                 order by m.name
                 limit :most
                """).param("name", manuscript.sheet().form().name()).param("self", self).param("most", MOST)
                .query(String.class).list();
        List<String> parts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        manuscript.takeForms().forEach((reviewer, take) -> {
            if (!take.text().isBlank()) {
                parts.add(reviewer);
                texts.add(take.text().strip());
            }
        });
        Map<String, String> twins = new HashMap<>();
        jdbc.sql("""
                select '' as part, min(t.name) as twin
                  from tool t
                 where md5(t.description) = md5(:description) and t.description = :description and t.id <> :self
                union all
                select typed.part, min(t.name)
                  from unnest(cast(:parts as text[]), cast(:texts as text[])) typed (part, text)
                  join take k on md5(k.text) = md5(typed.text) and k.text = typed.text
                  join tool t on t.id = k.tool_id and t.id <> :self
                 group by typed.part
                """).param("description", manuscript.sheet().form().description().strip()).param("self", self)
                .param("parts", parts.toArray(String[]::new)).param("texts", texts.toArray(String[]::new))
                .query((ResultSet row) -> {
                    if (row.getString("twin") != null) {
                        twins.put(row.getString("part"), row.getString("twin"));
                    }
                });
        return new Checks.Others(namesakes, twins);
    }
}
