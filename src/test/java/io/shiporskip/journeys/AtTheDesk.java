package io.shiporskip.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.shiporskip.desk.Desk;
import io.shiporskip.testing.Visit;

/** What the journeys of editors have in common. */
final class AtTheDesk {

    private AtTheDesk() {}

    /** Signs in on the page that asks for it, as somebody with the password of everybody here. */
    static void enter(Page page, String email) {
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Desk.PASSWORD);
        page.locator("main form button.page-button").click();
    }

    /** Wide and narrow, light and dark: nothing to complain about, nothing sticks out. */
    static void axe(Visit visit) {
        for (int width : new int[]{ 1280, 360 }) {
            visit.page().setViewportSize(width, 800);
            visit.assertNoSidewaysScrolling(width);
            for (ColorScheme scheme : new ColorScheme[]{ ColorScheme.DARK, ColorScheme.LIGHT }) {
                visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                visit.assertAccessible();
            }
        }
        visit.page().setViewportSize(1280, 800);
    }
}
