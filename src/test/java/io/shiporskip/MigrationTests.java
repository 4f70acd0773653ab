package io.shiporskip;

import io.shiporskip.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class MigrationTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyMigrationHasRun() throws IOException {
        assertThat(jdbc.sql("select script from flyway_schema_history where success and type = 'SQL'")
                .query(String.class).list()).isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(migrations().stream().map(Resource::getFilename).toList());
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where not success").query(Integer.class)
                .single()).isZero();
    }

    @Test
    void aMigrationIsNamedByItsDayItsRoomAndWhatItDoes() throws IOException {
        assertThat(migrations()).extracting(Resource::getFilename)
                .allMatch(name -> name.matches("V20[0-9]{6}_[0-9]{4}__[a-z]+_[a-z0-9_]+[.]sql"));
    }

    @Test
    void noMigrationWritesRows() throws IOException {
        for (Resource migration : migrations()) {
            String statements = migration.getContentAsString(StandardCharsets.UTF_8).replaceAll("--.*", "")
                    // What a function does when it is called is no row of a migration.
                    .replaceAll("(?s)\\$\\$.*?\\$\\$", "")
                    .toLowerCase(Locale.ROOT);
            assertThat(statements).as(migration.getFilename())
                    .doesNotContainPattern("\\b(insert\\s+into|copy\\s+\\w+|merge\\s+into)\\b");
        }
    }

    @Test
    void aNewDatabaseHoldsNoRows() {
        List<String> tables = jdbc.sql("""
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   -- Flyway writes the one; in the other the site, once started, notes when it looked.
                   and table_name not in ('flyway_schema_history', 'reckoning')
                """).query(String.class).list();

        assertThat(tables).contains("tool", "take", "vote").allSatisfy(table -> assertThat(
                jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero());
    }

    private static List<Resource> migrations() throws IOException {
        return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*"));
    }
}
