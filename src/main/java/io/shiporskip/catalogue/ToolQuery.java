package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads published tools. What a published tool is, and what a page learns of it, stands in one SELECT. */
@Component
class ToolQuery {

    private static final String TOOLS = """
            select t.id, t.slug, t.name, t.product, t.release, t.tagline, t.best_for, t.entry, t.website, t.description,
                   t.published_on,
                   exists (select 1 from tool other
                            where other.name = t.name and other.id <> t.id
                              and is_published(other.published_on)) as ambiguous,
                   m.slug as maker_slug, m.name as maker_name, m.website as maker_website,
                   c.slug as category_slug, c.name as category_name,
                   k.slug as kind_slug, k.name as kind_name, k.plural as kind_plural, k.job as kind_job
              from tool t
              join maker m on m.id = t.maker_id
              join category c on c.id = t.category_id
              join kind k on k.id = t.kind_id
             where is_published(t.published_on)
            """;

    private final JdbcClient jdbc;
    private final PartQuery parts;

    ToolQuery(JdbcClient jdbc, PartQuery parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    List<ToolView> all() {
        return jdbc.sql(TOOLS + " order by lower(t.name), t.slug").query(ToolQuery::tool).list();
    }

    List<ToolView> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql(TOOLS + " and t.id in (:ids) order by lower(t.name), t.slug")
                .param("ids", ids).query(ToolQuery::tool).list();
    }

    List<ToolView> ofMakers(Collection<String> makers, int limit) {
        return jdbc.sql(TOOLS + """
                 and t.id in (
                     select few.id from maker
                      cross join lateral (
                          select id from tool where maker_id = maker.id and is_published(published_on)
                           order by product is null, lower(name), slug limit :limit) few
                      where maker.slug in (:makers))
                 order by lower(t.name), t.slug
                """).param("makers", makers).param("limit", limit).query(ToolQuery::tool).list();
    }

    /** The tools under these slugs, former ones included, in no particular order. Who bears a slug today goes first. */
    List<ToolSheetView> sheets(Collection<Slug> slugs) {
        List<ToolView> tools = jdbc
                .sql(TOOLS + """
                         and t.id in (select bearer.id from tool bearer where bearer.slug in (:slugs)
                                      union all
                                      select f.tool_id from former_slug f
                                       where f.slug in (:slugs)
                                         and not exists (select 1 from tool bearer
                                                          where bearer.slug = f.slug
                                                            and is_published(bearer.published_on)))
                        """)
                .param("slugs", slugs.stream().map(Slug::value).toList()).query(ToolQuery::tool).list();
        return sheetsOf(tools);
    }

    List<ToolSheetView> sheetsByIds(Collection<UUID> ids) {
        return sheetsOf(byIds(ids));
    }

    private List<ToolSheetView> sheetsOf(List<ToolView> tools) {
        if (tools.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = tools.stream().map(ToolView::id).toList();
        Map<UUID, List<Plan>> plans = parts.plans(ids);
        Map<UUID, List<Fact>> facts = parts.facts(ids);
        return tools.stream().map(tool -> new ToolSheetView(tool, plans.getOrDefault(tool.id(), List.of()),
                facts.getOrDefault(tool.id(), List.of()))).toList();
    }

    Optional<Slug> currentSlug(Slug former) {
        return jdbc.sql("""
                select t.slug from former_slug f join tool t on t.id = f.tool_id
                 where f.slug = :slug and is_published(t.published_on)
                """).param("slug", former.value()).query(String.class).optional().map(Slug::new);
    }

    /** Which of the slugs are taken, by a tool in whatever state or as a former slug. */
    List<String> taken(Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : jdbc.sql("""
                select slug from tool where slug in (:slugs) union select slug from former_slug where slug in (:slugs)
                """).param("slugs", slugs).query(String.class).list();
    }

    private static ToolView tool(ResultSet row, int number) throws SQLException {
        return new ToolView(row.getObject("id", UUID.class), new Slug(row.getString("slug")), row.getString("name"),
                row.getBoolean("ambiguous"),
                new MakerView(row.getString("maker_slug"), row.getString("maker_name"), row.getString("maker_website")),
                row.getString("category_name"), row.getString("category_slug"),
                new KindView(row.getString("kind_slug"), row.getString("kind_name"), row.getString("kind_plural"),
                        row.getString("kind_job")),
                row.getString("product"), row.getString("release"), row.getString("tagline"),
                row.getString("best_for"), Entry.valueOf(row.getString("entry")), row.getString("website"),
                row.getString("description"), row.getObject("published_on", LocalDate.class));
    }
}
