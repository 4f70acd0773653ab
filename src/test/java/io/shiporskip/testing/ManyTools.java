package io.shiporskip.testing;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.search.Indexing;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.shiporskip.testing.ToolMother.tool;

/** Makes the catalogue so large that nobody would choose from a list of it. Needs an application context of its own. */
public class ManyTools {

    /** How many are added. */
    public static final int ADDED = 240;

    private final Shelves shelves;
    private final Tools tools;
    private final JdbcClient jdbc;
    private final Indexing indexing;

    ManyTools(Shelves shelves, Tools tools, JdbcClient jdbc, Indexing indexing) {
        this.shelves = shelves;
        this.tools = tools;
        this.jdbc = jdbc;
        this.indexing = indexing;
    }

    /** Adds the tools once, {@code numbered-0} called "Numbered Nr 0" and so on, and has them indexed. */
    public void add() {
        if (jdbc.sql("select count(*) from tool where slug = 'numbered-0'").query(Integer.class).single() > 0) {
            return;
        }
        for (int i = 0; i < ADDED; i++) {
            tool("numbered-" + i).named("Numbered Nr " + i).addTo(shelves, tools);
        }
        indexing.catchUp();
    }
}
