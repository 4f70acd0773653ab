package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The rows of withdrawn tools, in the caller's transaction. */
@Component
class WithdrawalRows {

    private final JdbcClient jdbc;

    WithdrawalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID tool, @Nullable UUID replacedBy, String reason, LocalDate publishedOn) {
        jdbc.sql("""
                insert into withdrawal (tool_id, reason, replaced_by, published_on)
                values (:tool, :reason, :replacedBy, :publishedOn)
                """).param("tool", tool).param("reason", reason).param("replacedBy", replacedBy)
                .param("publishedOn", publishedOn).update();
    }

    /** Since when readers had seen a withdrawn tool. */
    Optional<LocalDate> publishedOn(UUID tool) {
        return jdbc.sql("select published_on from withdrawal where tool_id = :tool").param("tool", tool)
                .query(LocalDate.class).optional();
    }

    void remove(UUID tool) {
        jdbc.sql("delete from withdrawal where tool_id = :tool").param("tool", tool).update();
    }

    /** What a tool replaces, another one replaces from now on, unless that is the withdrawn one itself. */
    void handOver(UUID from, UUID to) {
        jdbc.sql("update withdrawal set replaced_by = nullif(:to, tool_id) where replaced_by = :from")
                .param("from", from)
                .param("to", to).update();
    }
}
