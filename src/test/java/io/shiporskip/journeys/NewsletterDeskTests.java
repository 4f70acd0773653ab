package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shiporskip.desk.Desk;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An editor and the weekly e-mail, from the introduction to the last mail. */
@BrowserTest
@TestPropertySource(properties = { "db-scheduler.enabled=true", "db-scheduler.polling-interval=200ms" })
@SuppressWarnings("NullAway.Init")
class NewsletterDeskTests {

    private static final double UNTIL_SENT = 30_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    @AfterEach
    void nothingHasGoneOut() {
        for (String table : new String[]{ "delivery", "edition", "edition_plan", "subscriber", "subscriber_day",
            "suppression", "news", "account", "desk_session" }) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("insert into news (tool_id) select id from tool where published_on is not null").update();
    }

    @Test
    void anEditorWritesTriesOutAndSendsAnEdition(Visit visit) {
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at, confirmed_at)
                select 'reader' || n || '@example.org', 'CONFIRMED', now() - interval '1 day', now() - interval '1 day',
                       now() - interval '1 day' from generate_series(1, 3) n
                """).update();
        jdbc.sql(
                "insert into account (email, name, role, password_hash) values ('anna@example.org', 'Anna', 'EDITOR', ?)")
                .param(encoder.encode(Desk.PASSWORD)).update();
        visit.open("/desk/sign-in?back=/desk/newsletter");
        Page page = visit.page();
        AtTheDesk.enter(page, "anna@example.org");
        assertThat(page.locator("h1")).hasText("Edition 1, coming");
        AtTheDesk.axe(visit);

        Locator text = page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true));
        text.pressSequentially("A *quiet* week.");
        assertThat(page.locator("#letter-look em")).hasText("quiet");
        assertThat(page.locator("#letter-saved .desk-saved")).hasText("Saved.");
        assertThat(text).isFocused();
        // Somebody else saves meanwhile.
        jdbc.sql("update edition set introduction = 'By *Ben*.', version = version + 1 where state = 'DRAFT'").update();
        text.fill("By Anna.");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".desk-letter-theirs")).hasText("By *Ben*.");
        assertThat(text).hasValue("By Anna.");
        AtTheDesk.axe(visit);
        page.getByText("Save mine over it").click();
        assertThat(page.locator("#letter-saved .desk-saved")).hasText("Saved.");
        assertThat(page.locator(".desk-letter-theirs")).hasCount(0);

        page.getByLabel("Never tell: Aider").click();
        assertThat(page.locator("#letter-items .notice")).isFocused();
        assertThat(page.getByLabel("Put back: Aider")).isVisible();
        AtTheDesk.axe(visit);
        page.getByLabel("Another moment, once (UTC)").fill("2020-01-01T08:00");
        page.getByText("Plan it").click();
        assertThat(page.locator("#letter-plan .form-error")).containsText("That moment is past.");
        AtTheDesk.axe(visit);
        page.getByText("Send the test").click();
        assertThat(page.locator("#letter-tested")).containsText("Sent to anna@example.org.");
        AtTheDesk.axe(visit);

        page.getByText("Send now …").click();
        assertThat(page.locator("h1")).hasText("Send edition 1 now?");
        AtTheDesk.axe(visit);
        page.getByText("Send it to 3 confirmed subscribers").click();
        assertThat(page.locator("h1")).hasText("Edition 1");
        assertThat(page.locator(".page-eyebrow")).containsText(", sent",
                new LocatorAssertions.ContainsTextOptions().setTimeout(UNTIL_SENT));
        assertThat(page.locator("#said")).hasText("Edition 1 is sent.");
        assertThat(page.locator("#letter-figures svg[role=img]")).hasAttribute("aria-label",
                "3 of 3 mails sent, 0 failed, 0 unknown, 0 dropped, 0 waiting.");
        AtTheDesk.axe(visit);

        jdbc.sql("update delivery set state = 'UNKNOWN', answer = 'no answer' where state = 'SENT'").update();
        visit.open("/desk/newsletter/deliveries");
        AtTheDesk.axe(visit);
        page.getByLabel("Tick all on this page").check();
        page.locator("tbody input[type=checkbox]").first().uncheck();
        page.getByText("Take the ticked as sent").click();
        assertThat(page.locator("#letter-deliveries .notice")).hasText("2 deliveries taken as sent.");
        assertThat(page.getByText("Take the ticked as sent")).isFocused();
        AtTheDesk.axe(visit);
        visit.open("/desk/newsletter/subscribers");
        page.getByLabel("Part of an address").fill("reader2");
        assertThat(page.locator("tbody tr")).hasCount(1);
        AtTheDesk.axe(visit);
    }
}
