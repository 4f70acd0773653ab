package io.shiporskip.editorial;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tools that were withdrawn. */
@Component
public class Withdrawals {

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these slugs that belong, or once belonged, to a withdrawn tool. */
    public List<WithdrawnView> find(Collection<Slug> slugs) {
        return slugs.isEmpty() ? List.of() : jdbc.sql("""
                select asked.slug, t.name, w.at, w.reason, r.slug as replacement, r.name as replacement_name, r.tagline
                  from (select slug, id from tool where slug in (:slugs)
                        union all
                        select slug, tool_id from former_slug where slug in (:slugs)) asked
                  join tool t on t.id = asked.id
                  join withdrawal w on w.tool_id = t.id
                  left join tool r on r.id = w.replaced_by and is_published(r.published_on)
                 order by asked.slug
                """).param("slugs", slugs.stream().map(Slug::value).toList()).query(Withdrawals::withdrawn).list();
    }

    private static WithdrawnView withdrawn(ResultSet row, int number) throws SQLException {
        return new WithdrawnView(row.getString("slug"), row.getString("name"), row.getTimestamp("at").toInstant(),
                row.getString("reason"), row.getString("replacement") == null ? Optional.empty()
                        : Optional.of(new WithdrawnView.Replacement("/tools/" + row.getString("replacement"),
                                row.getString("replacement_name"), row.getString("tagline"))));
    }
}
