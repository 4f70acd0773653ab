package io.shiporskip.desk;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@VisitorTest
@SuppressWarnings("NullAway.Init")
class AuditTests {

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    Audit audit;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = { "update audit set who = 'Somebody else'", "delete from audit", "truncate audit",
        "truncate audit restart identity cascade",
        "merge into audit a using (select 1) x on true when matched then delete" })
    void theDatabaseRefusesToChangeARow(String statement) {
        note("kept");
        long rows = rows();
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                .rootCause().hasMessageContaining("the audit is only ever added to");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void theDatabaseRefusesEvenWhereOrdinaryTriggersAreOff() {
        note("kept");
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            return jdbc.sql("delete from audit").update();
        })).rootCause().hasMessageContaining("the audit is only ever added to");
    }

    @Test
    void withoutTheRowThereIsNoChange() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        String email = desk.account("Ben", Role.EDITOR);
        UUID ben = desk.id(email);
        Editor by = new Editor(desk.id(anna.email()), "Anna", anna.email(), Role.ADMINISTRATOR);
        jdbc.sql("alter table audit add constraint broken check (about_label <> '" + email + "') not valid").update();
        try {
            assertThatThrownBy(() -> accounts.changeRole(ben, Role.ADMINISTRATOR, by))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> accounts.disable(ben, by)).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table audit drop constraint broken").update();
        }
        assertThat(jdbc.sql("select role || ' ' || active from account where id = :id").param("id", ben)
                .query(String.class).single()).isEqualTo("EDITOR true");
    }

    @Test
    void aChangeThatFailsAfterwardsLeavesNoRow() {
        long rows = rows();
        new TransactionTemplate(transactions).executeWithoutResult(change -> {
            audit.note(null, "did", new Audit.About("thing", "1", "It"), "", Map.of());
            change.setRollbackOnly();
        });
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void nothingIsNotedOutsideOfATransaction() {
        assertThatThrownBy(() -> audit.note(null, "did", new Audit.About("thing", "1", "It"), "", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void itIsReadInPagesAndNothingStandsTwiceOrIsLeftOut() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        for (int i = 0; i < Audit.PAGE + 5; i++) {
            note("row " + i);
        }
        note("<script>alert(1)</script>");
        Page page = anna.open("/desk/audit");
        assertThat(page.html().select("tbody tr")).hasSize(Audit.PAGE);
        assertThat(page.text("tbody tr")).contains("The site").contains("did: <script>alert(1)</script>")
                .contains("Because. (how: by hand)");
        Set<String> seen = new HashSet<>();
        int steps = 0;
        String older = "/desk/audit";
        while (!older.isEmpty()) {
            page = anna.open(older);
            page.html().select("tbody tr b").forEach(label -> seen.add(label.text()));
            older = page.html().select("a:contains(Older)").attr("href");
            assertThat(++steps).isLessThan(100);
        }
        for (int i = 0; i < Audit.PAGE + 5; i++) {
            assertThat(seen).contains("row " + i);
        }
        assertThat(anna.open("/desk/audit?before=x").status()).isEqualTo(400);
        assertThat(anna.open("/desk/audit?before=0").text(".notice")).isEqualTo("There is nothing older.");
    }

    private void note(String label) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> audit.note(null, "did",
                new Audit.About("thing", "1", label), "Because.", Map.of("how", "by hand")));
    }

    private long rows() {
        return jdbc.sql("select count(*) from audit").query(Long.class).single();
    }
}
