package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what editors wrote of tools, published or not, as it can be written again. */
@Component
class ContentQuery {

    private final JdbcClient jdbc;
    private final PartQuery parts;

    ContentQuery(JdbcClient jdbc, PartQuery parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    Map<UUID, ToolContent> of(Collection<UUID> ids) {
        Map<UUID, ToolContent> contents = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return contents;
        }
        Map<UUID, List<Plan>> plans = parts.plans(ids);
        Map<UUID, List<Fact>> facts = parts.facts(ids);
        jdbc.sql("""
                select t.id, t.slug, m.slug as maker, c.slug as category, k.slug as kind, t.name, t.product, t.release,
                       t.tagline, t.best_for, t.entry, t.website, t.description, t.published_on,
                       array(select name::text from former_name where tool_id = t.id) as former_names
                  from tool t
                  join maker m on m.id = t.maker_id
                  join category c on c.id = t.category_id
                  join kind k on k.id = t.kind_id
                 where t.id in (:ids)
                 order by t.slug::text collate "C"
                """).param("ids", ids).query((ResultSet row) -> {
            UUID id = row.getObject("id", UUID.class);
            contents.put(id, content(row, plans.getOrDefault(id, List.of()), facts.getOrDefault(id, List.of())));
        });
        return contents;
    }

    Map<Slug, UUID> idsOf(Collection<Slug> slugs) {
        Map<Slug, UUID> ids = new HashMap<>();
        if (!slugs.isEmpty()) {
            jdbc.sql("select slug, id from tool where slug in (:slugs)")
                    .param("slugs", slugs.stream().map(Slug::value).toList()).query((ResultSet row) -> {
                        ids.put(new Slug(row.getString("slug")), row.getObject("id", UUID.class));
                    });
        }
        return ids;
    }

    List<UUID> idsAfter(String slug, int limit) {
        return jdbc.sql("""
                select id from tool where slug::text collate "C" > :slug and published_on is not null
                 order by slug::text collate "C" limit :limit
                """).param("slug", slug).param("limit", limit).query(UUID.class).list();
    }

    Set<UUID> lock(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select id from tool where id in (:ids) order by id for update").param("ids", ids)
                .query(UUID.class).list());
    }

    private static ToolContent content(ResultSet row, List<Plan> plans, List<Fact> facts) throws SQLException {
        return new ToolContent(new Slug(row.getString("slug")), new Slug(row.getString("maker")),
                new Slug(row.getString("category")), new Slug(row.getString("kind")),
                new Profile(row.getString("name"), row.getString("product"), row.getString("release"),
                        row.getString("tagline"), row.getString("best_for"), Entry.valueOf(row.getString("entry")),
                        row.getString("website"), row.getString("description")),
                plans, facts, row.getObject("published_on", LocalDate.class),
                Set.of((String[]) row.getArray("former_names").getArray()));
    }
}
