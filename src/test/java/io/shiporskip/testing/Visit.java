package io.shiporskip.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One person's visit with a browser: wide and with JavaScript on, unless said otherwise before the first page. What
 * the browser complains about is gathered; a visit during which it complained has failed.
 */
public final class Visit implements AutoCloseable {

    /**
     * HTMX says both, as errors, of a request that a newer one replaces or that the reader leaves behind. The latter it also
     * says before the name of any other failure, which is a complaint still.
     */
    private static final List<String> ABORTED = List.of("htmx:sendAbort", "htmx:afterRequest");

    private static final String AXE = axe();
    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private final Browser browser;
    private final String baseUrl;
    private final List<String> complaints = new ArrayList<>();
    private int width = 1280;
    private boolean javaScript = true;
    private boolean connected = true;
    private @Nullable BrowserContext context;
    private @Nullable Page page;

    Visit(Browser browser, String baseUrl) {
        this.browser = browser;
        this.baseUrl = baseUrl;
    }

    /** A window of this width, in CSS pixels. */
    public Visit wide(int pixels) {
        restart();
        this.width = pixels;
        return this;
    }

    /** A reader whose browser runs no scripts. */
    public Visit withoutJavaScript() {
        restart();
        this.javaScript = false;
        return this;
    }

    /** Opens an address of the site. */
    public @Nullable Response open(String address) {
        return page().navigate(baseUrl + address);
    }

    /** The page that is open. */
    public Page page() {
        if (page == null) {
            context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800)
                    .setJavaScriptEnabled(javaScript));
            page = context.newPage();
            page.setDefaultTimeout(10_000);
            page.onConsoleMessage(message -> {
                // The browser reports an error status as a failed load; pages that mean it are asserted on by status.
                if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")
                        && ABORTED.stream().noneMatch(message.text()::startsWith)
                        && (connected || !message.text().startsWith("htmx:"))) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(baseUrl) && !request.url().startsWith("data:")) {
                    complaints.add("asked another host: " + request.url());
                }
            });
        }
        return page;
    }

    /** Cuts the connection; from here on HTMX may complain that nothing goes out. */
    public Visit offline() {
        connected = false;
        page().context().setOffline(true);
        return this;
    }

    /** The connection is there again. */
    public Visit online() {
        page().context().setOffline(false);
        return this;
    }

    /** The path of the open page, with its query. */
    public String path() {
        return page().url().substring(baseUrl.length());
    }

    /** Asserts that axe-core finds nothing to complain about. */
    public void assertAccessible() {
        assertThat(complaintsOfAxe(Map.of("type", "tag", "values", TAGS))).as("axe-core on %s in %s", path(), shape())
                .isEmpty();
    }

    /**
     * Asserts that axe-core finds nothing to complain about, and that nothing sticks out, in a wide and a narrow window, light and
     * dark. The window is wide and light afterwards. In the dark only those rules are asked again that look at colours: nothing else
     * on a page depends on its scheme.
     */
    public void assertAccessibleInEachShape() {
        for (int width : new int[]{ 360, 1280 }) {
            page().setViewportSize(width, 800);
            assertNoSidewaysScrolling(width);
            page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(complaintsOfAxe(Map.of("type", "rule", "values", OF_COLOURS)))
                    .as("axe-core on %s in %s", path(), shape()).isEmpty();
            page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertAccessible();
        }
    }

    private String shape() {
        return String.valueOf(page().evaluate(
                "innerWidth + ' px, ' + (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')"));
    }

    /** Each rule that is broken, with the first element that breaks it. */
    private List<String> complaintsOfAxe(Map<String, Object> rules) {
        // Without scripts axe-core would wait for its own for ever.
        assertThat(javaScript).as("axe-core needs JavaScript").isTrue();
        if (page().frames().size() > 1) {
            // Its own driver knows how to put together what it finds in several documents.
            return new AxeBuilder(page()).withTags(TAGS).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()).toList();
        }
        // That driver loads axe-core anew, and another page beside it, each time; once for each document will do.
        if (!Boolean.TRUE.equals(page().evaluate("() => 'axe' in window"))) {
            page().evaluate(AXE);
        }
        Object found = page().evaluate("""
                rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"] })
                    .then(result => result.violations.map(rule => rule.id + ": " + rule.nodes[0].html))
                """, rules);
        return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that in a window of this width nothing sticks out on the right. */
    public void assertNoSidewaysScrolling(int width) {
        assertThat((Integer) page().evaluate("document.documentElement.scrollWidth"))
                .as("width of %s in a window of %d px", path(), width).isLessThanOrEqualTo(width);
    }

    void assertNothingWentWrong() {
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    private void restart() {
        close();
        page = null;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
