package io.shiporskip.editorial;

import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads all that is said of tools today, whatever their state. */
@Component
public class Dossiers {

    private final Tools tools;
    private final Panel panel;
    private final JdbcClient jdbc;

    Dossiers(Tools tools, Panel panel, JdbcClient jdbc) {
        this.tools = tools;
        this.panel = panel;
        this.jdbc = jdbc;
    }

    /** These tools, in the order of their slugs; what is not there is missing. */
    public Map<UUID, Current> byIds(Collection<UUID> ids) {
        Map<UUID, Current> found = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Map<UUID, ToolContent> contents = tools.contents(ids);
        Map<UUID, List<TakeContent>> takes = panel.contents(ids);
        Map<UUID, Integer> revisions = latest(ids);
        contents.forEach((id, content) -> found.put(id, new Current(id, revisions.getOrDefault(id, 0),
                ToolState.of(content.publishedOn()), new Dossier(content, takes.getOrDefault(id, List.of())))));
        return found;
    }

    /** The tools that bear these slugs today; what is not there is missing. */
    public Map<Slug, Current> bySlugs(Collection<Slug> slugs) {
        Map<Slug, Current> found = new LinkedHashMap<>();
        byIds(tools.idsOf(slugs).values()).values()
                .forEach(current -> found.put(current.dossier().tool().slug(), current));
        return found;
    }

    /**
     * The tools whose slugs follow one, in the order of the slugs (by bytes), withdrawn ones left out.
     *
     * @param slug where the page before ended; empty for the first
     * @param limit so many at most
     */
    public List<Current> after(String slug, int limit) {
        return List.copyOf(byIds(tools.idsAfter(slug, limit)).values());
    }

    private Map<UUID, Integer> latest(Collection<UUID> ids) {
        Map<UUID, Integer> latest = new HashMap<>();
        jdbc.sql("select tool_id, max(number) as number from revision where tool_id in (:ids) group by tool_id")
                .param("ids", ids).query((ResultSet row) -> {
                    latest.put(row.getObject("tool_id", UUID.class), row.getInt("number"));
                });
        return latest;
    }
}
