package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** The slugs that tools once had. A slug belongs to one tool for ever: no other one gets it. */
@Component
class FormerSlugs {

    private final JdbcClient jdbc;

    FormerSlugs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that a tool gives up a slug for another one, in the caller's transaction.
     *
     * @throws SlugTaken when the new one is another tool's, or was
     */
    void rename(UUID tool, Slug before, Slug after) {
        boolean taken = jdbc.sql("""
                select exists (select from tool where slug = :slug and id <> :tool)
                    or exists (select from former_slug where slug = :slug and tool_id <> :tool)
                """).param("slug", after.value()).param("tool", tool).query(Boolean.class).single();
        if (taken) {
            throw new SlugTaken(after);
        }
        // One that it takes back is no former one any more.
        jdbc.sql("delete from former_slug where slug = :slug").param("slug", after.value()).update();
        jdbc.sql("insert into former_slug (slug, tool_id) values (:slug, :tool)").param("slug", before.value())
                .param("tool", tool).update();
    }

    /** Deletes a tool and lets all slugs that it has or had lead to another one, in the caller's transaction. */
    void handOver(UUID gone, UUID to) {
        String slug = jdbc.sql("select slug from tool where id = :gone").param("gone", gone).query(String.class)
                .single();
        jdbc.sql("update former_slug set tool_id = :to where tool_id = :gone").param("to", to).param("gone", gone)
                .update();
        jdbc.sql("delete from tool where id = :gone").param("gone", gone).update();
        jdbc.sql("insert into former_slug (slug, tool_id) values (:slug, :to)").param("slug", slug).param("to", to)
                .update();
    }
}
