package io.shiporskip.comparisons;

import io.shiporskip.comparisons.Openings.Pair;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import io.shiporskip.visitors.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which requests count as an opening, and where the openings show. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class OpeningCounterTests {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
    private static final String PATH = "/compare/flux-1-dev-vs-midjourney";
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired
    Pages pages;

    @Autowired
    Openings openings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @BeforeEach
    void nothingWasOpened() {
        openings.write();
        jdbc.sql("delete from comparison_opening").update();
    }

    @Test
    void aReaderWhoOpensAComparisonIsCountedOnceFromOneNetwork() {
        assertThat(get(PATH, "192.0.2.1").status()).isEqualTo(200);
        get(PATH, "192.0.2.77");
        get(PATH, "198.51.100.1");

        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void aTelephoneThatIsCalledLikeAMachineIsNone() {
        HttpHeaders headers = browser();
        headers.set(HttpHeaders.USER_AGENT, "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG 9) Chrome/140.0 Mobile");
        pages.send("GET", PATH, headers, "", network());

        assertThat(counted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | User-Agent     | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
            GET  | User-Agent     | curl/8.5.0
            GET  | User-Agent     | python-requests/2.32
            GET  | User-Agent     | Mozilla/5.0 HeadlessChrome/140.0
            GET  | User-Agent     | ''
            GET  | Sec-Purpose    | prefetch
            GET  | Sec-Purpose    | prefetch;prerender
            GET  | Purpose        | prefetch
            GET  | HX-Request     | true
            GET  | Sec-Fetch-Dest | empty
            HEAD | Accept         | text/html
            """)
    void aMachineAndAFetchAheadAreNotCounted(String method, String header, String value) {
        HttpHeaders headers = browser();
        headers.set(header, value);

        pages.send(method, PATH, headers, "", network());

        assertThat(counted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "/compare/midjourney-vs-flux-1-dev, 301", "/compare/flux-1-dev-vs-nothing-such, 404",
        "/compare/cursor-background-agent-vs-smollm3-on-device, 200",
        "/compare/aider-vs-cline-vs-devin, 200", "/tools/devin, 200", "/compare, 200" })
    void onlyAPairOfOneKindIsCounted(String path, int status) {
        assertThat(get(path, network()).status()).isEqualTo(status);

        assertThat(counted()).isZero();
    }

    @Test
    void aPageThatTheReaderHasAlreadyIsNotCountedAgain() {
        Page page = pages.get(PATH);
        HttpHeaders headers = browser();
        headers.set(HttpHeaders.IF_NONE_MATCH, page.headers().getETag());

        assertThat(pages.send("GET", PATH, headers, "", network()).status()).isEqualTo(304);
        assertThat(counted()).isZero();
    }

    @Test
    void countingSetsNoCookieAndCostsNoStatement() {
        Page unseen = pages.get(PATH);
        Page seen = get(PATH, network());

        assertThat(seen.statements()).isEqualTo(unseen.statements());
        assertThat(seen.headers().get(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(seen.source()).isEqualTo(unseen.source());
    }

    @Test
    void whatReadersOpenIsOfferedOnTheFrontPageAndBesideItsTools() {
        String opened = "/compare/flux-1-dev-vs-stable-diffusion-3-5-large";
        for (int reader = 0; reader < Openings.LEAST; reader++) {
            assertThat(get(opened, network()).status()).isEqualTo(200);
        }
        openings.write();
        openings.countWeek();

        Page home = pages.get("/");
        assertThat(home.html().select("section[aria-labelledby=week] a").eachAttr("href")).hasSize(6)
                .startsWith(opened).doesNotHaveDuplicates();
        assertThat(home.text("section[aria-labelledby=week] li small")).startsWith("Opened 3 times in 7 days. ");
        Page beside = pages.get(PATH);
        assertThat(beside.text("section[aria-labelledby=related] li small")).startsWith("Opened 3 times in 60 days. ");
        List<String> related = beside.html().select("section[aria-labelledby=related] a").eachAttr("href");
        assertThat(related).startsWith(opened).doesNotContain(PATH).doesNotHaveDuplicates();
        assertThat(pages.get(opened).html().select("section[aria-labelledby=related] a").eachAttr("href"))
                .doesNotContain(opened);
    }

    @Test
    void whatIsNotedWhileTheDatabaseIsAwayIsWrittenWhenItIsThereAgain() {
        AtomicBoolean away = new AtomicBoolean(true);
        Openings noted = new Openings(JdbcClient.create(new DelegatingDataSource(database) {

            @Override
            public Connection getConnection() throws SQLException {
                if (away.get()) {
                    throw new SQLTransientConnectionException("away");
                }
                return super.getConnection();
            }
        }));
        List<UUID> tools = jdbc.sql("select id from tool where slug in ('aider', 'devin')").query(UUID.class).list();
        noted.note(Pair.of(tools.getFirst(), tools.getLast()), new Network(new UUID(0, 1)));

        assertThatThrownBy(noted::write).isInstanceOf(CannotGetJdbcConnectionException.class);
        assertThat(counted()).isZero();

        away.set(false);
        noted.write();
        noted.write();
        assertThat(counted()).isEqualTo(1);
    }

    private Page get(String path, String from) {
        return pages.send("GET", path, browser(), "", from);
    }

    private static HttpHeaders browser() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.USER_AGENT, BROWSER);
        headers.set("Sec-Fetch-Dest", "document");
        return headers;
    }

    private static String network() {
        return "203.0." + NETWORKS.incrementAndGet() + ".1";
    }

    private int counted() {
        openings.write();
        return jdbc.sql("select coalesce(sum(times), 0) from comparison_opening").query(Integer.class).single();
    }
}
