package io.shiporskip.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gives a browser test its {@link Visit}. One browser serves all tests; each visit is a profile of its own. A test that
 * fails leaves a picture of its page in {@code target/browser-failures}.
 */
class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final List<Path> BROWSERS = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe").map(Path::of).toList();

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {

        static Started start() {
            Path executable = BROWSERS.stream().filter(Files::isExecutable).findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The browser tests need Chromium; on Debian: apt-get install chromium"));
            Playwright playwright = Playwright.create();
            return new Started(playwright,
                    playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                    "--disable-background-networking", "--disable-component-update",
                                    "--disable-sync"))));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Started.class, _ -> Started.start(),
                Started.class);
        String port = Objects.requireNonNull(SpringExtension.getApplicationContext(context).getEnvironment()
                .getProperty("local.server.port"));
        Visit visit = new Visit(started.browser(), "http://localhost:" + port);
        context.getStore(NAMESPACE).put(Visit.class, visit);
        return visit;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visit visit = context.getStore(NAMESPACE).remove(Visit.class, Visit.class);
        if (visit == null) {
            return;
        }
        try {
            if (context.getExecutionException().isPresent()) {
                String name = context.getRequiredTestClass().getSimpleName() + "-"
                        + context.getRequiredTestMethod().getName() + "-" + System.nanoTime();
                visit.page().screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of("target", "browser-failures", name + ".png")));
            } else {
                visit.assertNothingWentWrong();
            }
        } finally {
            visit.close();
        }
    }
}
