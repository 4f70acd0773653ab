package io.shiporskip.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The statements that reached the database. */
public class StatementCounter {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    void count(String statement) {
        statements.add(statement);
    }

    /** Forgets what was counted so far. */
    public void reset() {
        statements.clear();
    }

    /** What reached the database since the last reset. */
    public List<String> statements() {
        return List.copyOf(statements);
    }
}
