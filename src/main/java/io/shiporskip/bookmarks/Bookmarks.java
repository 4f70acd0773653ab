package io.shiporskip.bookmarks;

import io.shiporskip.shared.Slug;
import io.shiporskip.visitors.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** The tools that visitors keep. Each act is one statement. */
@Component
public class Bookmarks {

    private final JdbcClient jdbc;

    Bookmarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of the published tools that the visitor keeps, the one kept last first. */
    public List<UUID> of(Visitor visitor) {
        return jdbc.sql("""
                select b.tool_id from bookmark b join tool t on t.id = b.tool_id and is_published(t.published_on)
                 where b.visitor_id = :visitor
                 order by b.kept_at desc, b.tool_id
                """).param("visitor", visitor.id()).query(UUID.class).list();
    }

    /** Keeps a tool. Whether there is such a published tool is for the caller to know; where not, nothing is kept. */
    void keep(Visitor visitor, Slug tool) {
        jdbc.sql("""
                insert into bookmark (visitor_id, tool_id)
                select :visitor, t.id from tool t where t.slug = :tool and is_published(t.published_on)
                on conflict do nothing
                """).param("visitor", visitor.id()).param("tool", tool.value()).update();
    }

    /** Drops a tool. */
    void drop(Visitor visitor, Slug tool) {
        jdbc.sql("""
                delete from bookmark b using tool t
                 where t.id = b.tool_id and b.visitor_id = :visitor and t.slug = :tool
                """).param("visitor", visitor.id()).param("tool", tool.value()).update();
    }

    /**
     * Drops all tools of the visitor.
     *
     * @return how many there were
     */
    public int clear(Visitor visitor) {
        return jdbc.sql("delete from bookmark where visitor_id = :visitor").param("visitor", visitor.id()).update();
    }
}
