package io.shiporskip.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A reader changes what a comparison shows: its columns, its rows, and takes it along. */
@BrowserTest
class ColumnTests {

    private static final String TWO = "/compare/aider-vs-devin";
    private static final String THREE = "/compare/aider-vs-cline-vs-devin";
    /** What a form with field, trap, button and hint, of 750 bytes, adds to a compressed page. */
    private static final int SIGN_UP = 285;
    /** What may come beside the page: both together are at most 60 KB in a first view. */
    private static final int OTHER = 46 * 1024;
    private static final String FOUR = "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent";

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void columnsComeAndGoWithTheRowsKept(boolean javaScript, Visit visit) {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open(TWO + "?row=entry&row=licence");
        Page page = visit.page();
        mark(page, javaScript);

        page.getByLabel("Add a tool").selectOption("cline");
        button(page, "Add").click();
        assertThat(page).hasURL(ending(THREE + "?row=entry&row=licence"));
        assertThat(page).hasTitle("Aider vs Cline vs Devin: Which AI Tool Should You Ship? — Ship or Skip");
        assertThat(page.locator("section[aria-labelledby=decision] tbody th")).hasText(new String[]{ "Entry" });
        assertStayed(page, javaScript);

        link(page, "Remove Aider").click();
        assertThat(page).hasURL(ending("/compare/cline-vs-devin?row=entry&row=licence"));
        assertThat(page.locator(".card-name")).hasText(new String[]{ "Cline", "Devin" });
        assertStayed(page, javaScript);

        page.goBack();
        assertThat(page.locator(".card-name")).hasText(new String[]{ "Aider", "Cline", "Devin" });
        assertThat(page).hasTitle("Aider vs Cline vs Devin: Which AI Tool Should You Ship? — Ship or Skip");
        page.goBack();
        assertThat(page.locator(".card-name")).hasText(new String[]{ "Aider", "Devin" });
        assertThat(page.locator(".page-masthead")).hasCount(1);

        link(page, "Remove Aider").click();
        assertThat(page).hasURL(ending("/compare?tool=devin"));
        assertThat(page.getByLabel("First tool")).hasValue(javaScript ? "Devin" : "devin");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void rowsAreChosenAndAllShownAgain(boolean javaScript, Visit visit) {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open(TWO);
        Page page = visit.page();
        mark(page, javaScript);
        page.getByText("Choose rows").click();
        page.getByLabel("Pricing").check();
        page.getByLabel("Kind", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Only differences").check();
        button(page, "Show").click();

        assertThat(page).hasURL(ending(TWO + "?row=pricing&row=kind&differences=only"));
        assertThat(page.locator(".table tbody th")).hasText(new String[]{ "Pricing" });
        assertThat(page.locator(".columns-left")).containsText("1 row says the same for each tool and is left out.");
        assertStayed(page, javaScript);
        if (javaScript) {
            assertThat(button(page, "Show")).isFocused();
            assertThat(page.locator("#said")).containsText("1 row says the same");
        }

        link(page, "Show all rows").click();
        assertThat(page).hasURL(ending(TWO));
        assertThat(page.locator("section[aria-labelledby=decision] tbody th")).hasCount(8);
        assertStayed(page, javaScript);
    }

    @Test
    void whatIsWeighedInPlaceStaysWithEveryOtherControl(Visit visit) {
        visit.open(TWO + "?row=entry");
        Page page = visit.page();
        mark(page, true);
        page.locator(".decide-form input[name='weight.futurist'][value='0']").check();
        assertThat(page.locator(".decide-answer")).hasText("Aider leads, with a panel that is split.");
        assertThat(page).hasURL(ending(TWO + "?row=entry&weight.futurist=0"));

        page.getByText("Choose rows").click();
        page.getByLabel("Pricing").check();
        button(page, "Show").click();
        assertThat(page).hasURL(ending(TWO + "?row=pricing&row=entry&weight.futurist=0"));
        assertThat(page.locator(".decide-answer")).hasText("Aider leads, with a panel that is split.");

        page.locator(".decide-form input[name='weight.skeptic'][value='3']").check();
        assertThat(page).hasURL(ending(TWO + "?row=pricing&row=entry&weight.skeptic=3&weight.futurist=0"));
        link(page, "Show all rows").click();
        assertThat(page).hasURL(ending(TWO + "?weight.skeptic=3&weight.futurist=0"));

        page.locator(".decide-form input[name='weight.skeptic'][value='1']").check();
        assertThat(page).hasURL(ending(TWO + "?weight.futurist=0"));
        page.getByLabel("Add a tool").selectOption("cline");
        button(page, "Add").click();
        assertThat(page).hasURL(ending(THREE + "?weight.futurist=0"));
        page.locator(".decide-form input[name=open]").check();
        assertThat(page).hasURL(ending(THREE + "?weight.futurist=0&open=yes"));
        page.locator(".decide-form input[name=open]").uncheck();
        assertThat(page).hasURL(ending(THREE + "?weight.futurist=0"));
        page.locator(".decide-form input[name='weight.skeptic'][value='2']").check();
        assertThat(page).hasURL(ending(THREE + "?weight.skeptic=2&weight.futurist=0"));
        link(page, "Remove Cline").click();
        assertThat(page).hasURL(ending(TWO + "?weight.skeptic=2&weight.futurist=0"));
        assertStayed(page, true);

        page.locator(".decide-form input[name='weight.skeptic'][value='1']").check();
        assertThat(page).hasURL(ending(TWO + "?weight.futurist=0"));
        link(page, "Open as Markdown").click();
        assertThat(page).hasURL(ending(TWO + "?as=markdown&weight.futurist=0"));
        assertThat(page.locator("body")).containsText("**Aider leads, with a panel that is split.**");
    }

    @Test
    void byKeyboardTheFocusStaysWhereOneWorks(Visit visit) {
        visit.open(THREE);
        Page page = visit.page();
        // What takes the focus is scrolled to, smoothly unless the reader has asked for less.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        mark(page, true);
        link(page, "Remove Cline").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".card")).hasCount(2);
        assertThat(page).hasURL(ending(TWO));
        assertThat(page.locator("#said")).containsText("Aider vs Devin. Ship with Devin.");
        assertThat(link(page, "Remove Devin")).isFocused();
        assertThat(link(page, "Remove Devin")).isInViewport();

        page.getByLabel("Add a tool").focus();
        double top = top(page);
        page.keyboard().type("Cline");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".card")).hasCount(3);
        assertThat(button(page, "Add")).isFocused();
        assertThat(top(page)).isCloseTo(top, within(8.0));

        page.keyboard().press("Shift+Tab");
        page.keyboard().type("Claude");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".card")).hasCount(4);
        assertThat(page.locator(".card-remove").last()).isFocused();
        assertStayed(page, true);
    }

    @Test
    void votesCountInTheCellThatWasSwappedIn(Visit visit) {
        visit.open(THREE);
        Page page = visit.page();
        link(page, "Remove Cline").click();
        assertThat(page.locator(".card")).hasCount(2);
        page.locator("#ship-aider").click();
        assertThat(page.locator("#ship-aider")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("section[aria-labelledby=decision] [data-tally=aider]")).containsText("early");
        link(page, "Remove Aider").click();
        page.goBack();
        assertThat(page.locator("#ship-aider")).hasAttribute("aria-pressed", "true");
        page.locator("#back-aider").click();
        assertThat(page.locator("#ship-aider")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void whatCannotBePutInPlaceIsFollowed(Visit visit) {
        visit.open(TWO);
        Page page = visit.page();
        page.locator("#add option[value=cline]").evaluate("option => { option.value = 'nobody'; }");
        page.getByLabel("Add a tool").selectOption("nobody");
        button(page, "Add").click();

        assertThat(page.locator("#answer .form-error")).hasText("No tool goes by that name.");
        assertThat(page.locator(".page-masthead")).hasCount(1);
    }

    @Test
    void readingAlongLeavesNothingInTheBrowser(Visit visit) {
        visit.open(THREE);
        link(visit.page(), "Remove Cline").click();
        assertThat(visit.page().locator(".card")).hasCount(2);

        assertThat(visit.page().evaluate("sessionStorage.length + localStorage.length")).isEqualTo(0);
        assertThat(visit.page().context().cookies()).isEmpty();
    }

    @Test
    void itIsCopiedAsMarkdown(Visit visit) {
        visit.open(TWO + "?row=entry");
        Page page = visit.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(page, "Copy as Markdown").click();

        assertThat(page.locator("#said")).hasText("Copied");
        assertThat(page.locator("[data-copy]")).hasText("Copied");
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith("# Aider vs Devin\n")
                .contains("| Entry | Free | Free |");
        visit.assertAccessible();
    }

    @Test
    void whereTheClipboardIsNotAllowedTheTextOpens(Visit visit) {
        BrowserContext context = visit.page().context();
        context.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));");
        visit.open(TWO);
        button(visit.page(), "Copy as Markdown").click();

        assertThat(visit.page()).hasURL(ending(TWO + "?as=markdown"));
        assertThat(visit.page().locator("body")).containsText("# Aider vs Devin");
    }

    @Test
    void withoutJavaScriptThereIsTheLinkAlone(Visit visit) {
        visit.withoutJavaScript().open(TWO);

        assertThat(visit.page().locator("[data-copy]")).isHidden();
        link(visit.page(), "Open as Markdown").click();
        assertThat(visit.page().locator("body")).containsText("# Aider vs Devin");
    }

    @Test
    void everyStateIsAccessibleWideAndNarrow(Visit visit) {
        for (int width : new int[]{ 1280, 768, 360 }) {
            visit.wide(width);
            for (String address : new String[]{ TWO + "?row=hardware&row=kind&differences=only",
                THREE + "?differences=only", FOUR + "?row=scorecard&row=pricing" }) {
                visit.open(address);
                visit.page().getByText("Choose rows").click();
                visit.assertNoSidewaysScrolling(width);
                visit.assertAccessible();
            }
            link(visit.page(), "Remove Cline").click();
            assertThat(visit.page().locator(".card")).hasCount(3);
            visit.assertNoSidewaysScrolling(width);
            visit.assertAccessible();
        }
    }

    @Test
    void theNamesStayInViewOverEveryTable(Visit visit) {
        for (int width : new int[]{ 1280, 768, 360 }) {
            visit.wide(width).open(
                    "/compare/cursor-v0-50-background-agent-codebase-refactoring-vs-devin-vs-smollm3-fine-tuning-vs-smollm3-on-device");
            for (String table : new String[]{ "decision", "facts", "scorecard" }) {
                Locator section = visit.page().locator("section[aria-labelledby=" + table + "]");
                section.locator("tbody tr").nth(3).evaluate("row => row.scrollIntoView({block: 'center'})");
                for (Locator name : section.locator("thead .table-tool").all()) {
                    assertThat(name).isInViewport();
                }
                assertThat((Double) section.locator("thead")
                        .evaluate("head => Math.max(...[head, ...head.querySelectorAll('th')].map("
                                + "it => getComputedStyle(it).position === 'sticky' ? it.offsetHeight / innerHeight : 0)) + 0.0001"))
                        .as("height of the names over %s at %d px", table, width).isBetween(0.01, 0.15);
            }
        }
    }

    @Test
    void onPaperThereAreTheTablesAndNoControls(Visit visit) {
        visit.open(FOUR + "?differences=only");
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (String control : new String[]{ ".card-remove", ".columns", ".columns-choice details",
            ".columns-left a" }) {
            assertThat(visit.page().locator(control).first()).isHidden();
        }
        assertThat(visit.page().locator(".columns-left")).isVisible();
        assertThat(visit.page().locator("section[aria-labelledby=decision] thead th").last()).isVisible();
        visit.page().setViewportSize(700, 1000);
        assertThat(((Number) visit.page().evaluate(
                "Math.max(...[...document.querySelectorAll('.table')].map(it => it.getBoundingClientRect().right))"))
                .doubleValue()).isLessThanOrEqualTo(700);
    }

    /**
     * What a first view of a comparison may weigh, here the heaviest of the catalogue that comes with it. Each has its place
     * of the weekly e-mail and leads to related comparisons; as long as the sign-up has no form there, its room is kept.
     */
    @ParameterizedTest
    @ValueSource(strings = {
        "cursor-v0-50-background-agent-codebase-refactoring-vs-llama-3-2-3b-instruct-vs-smolvlm-3b-vs-stable-diffusion-3-5-large",
        "aider-vs-claude-code-vs-cursor-v0-50-background-agent-codebase-refactoring-vs-github-copilot-coding-agent",
        "cursor-v0-50-background-agent-codebase-refactoring-vs-llama-3-2-3b-instruct-vs-smollm3-on-device-vs-stable-diffusion-3-5-large",
        "cursor-v0-50-background-agent-codebase-refactoring-vs-github-copilot-coding-agent-vs-smolvlm-3b-vs-stable-diffusion-3-5-large",
        "cursor-v0-50-background-agent-codebase-refactoring-vs-llama-3-2-3b-instruct-vs-smollm3-on-device",
        "aider-vs-claude-code-vs-cline-vs-devin",
        "aider-vs-cursor-v0-50-background-agent-codebase-refactoring-vs-devin-vs-github-copilot-coding-agent",
        "llama-3-2-3b-instruct-vs-phi-4-mini-instruct-vs-smollm3-fine-tuning-vs-smollm3-on-device",
        "aider-vs-cursor-v0-50-background-agent-codebase-refactoring" })
    void aComparisonStaysWithinTheBudget(String lineup, Visit visit) {
        assertWithin(14 * 1024, "/compare/" + lineup, visit);

        assertThat(visit.page().locator("#letter")).isVisible();
        assertThat(visit.page().locator("section[aria-labelledby=related] a").first()).isVisible();
        assertThat(visit.page().locator("#decide").count()).isEqualTo(
                visit.page().locator(".pick-different").count() == 0 ? 1 : 0);
    }

    /** With more than two tools the form that decides is opened by its link; the page is one step from the first view then. */
    @ParameterizedTest
    @ValueSource(strings = { "aider-vs-claude-code-vs-cline-vs-devin",
        "aider-vs-claude-code-vs-cursor-v0-50-background-agent-codebase-refactoring-vs-github-copilot-coding-agent",
        "llama-3-2-3b-instruct-vs-phi-4-mini-instruct-vs-smollm3-fine-tuning-vs-smollm3-on-device" })
    void withTheFormThatDecidesItIsHardlyMore(String lineup, Visit visit) {
        assertWithin(15 * 1024, "/compare/" + lineup + "?decide=yes", visit);

        assertThat(visit.page().locator(".decide-form")).isVisible();
    }

    private static void assertWithin(int page, String address, Visit visit) {
        List<Request> requests = new ArrayList<>();
        visit.page().onRequestFinished(requests::add);
        visit.open(address);
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        int kept = visit.page().locator("form[action='/newsletter']").count() == 0 ? SIGN_UP : 0;

        assertThat(requests).hasSizeGreaterThanOrEqualTo(5);
        // The font may be there before the end of the page that asks for it.
        assertThat(requests).filteredOn(request -> request.url().endsWith(address)).singleElement().satisfies(
                request -> assertThat(request.sizes().responseBodySize).isBetween(1, page - kept));
        assertThat(List.copyOf(requests).stream().mapToInt(request -> request.sizes().responseBodySize).sum())
                .isLessThanOrEqualTo(page - kept + OTHER);
    }

    /** Leaves a mark on the document, which a page that is loaded anew does not bear. */
    private static void mark(Page page, boolean javaScript) {
        if (javaScript) {
            page.evaluate("window.sameDocument = true");
        }
    }

    private static void assertStayed(Page page, boolean javaScript) {
        if (javaScript) {
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            assertThat((Boolean) page.evaluate("document.activeElement !== document.body")).isTrue();
        }
    }

    private static Pattern ending(String address) {
        return Pattern.compile(address.replace("?", "\\?") + "$");
    }

    private static double top(Page page) {
        return ((Number) page.evaluate("document.activeElement.getBoundingClientRect().top")).doubleValue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
