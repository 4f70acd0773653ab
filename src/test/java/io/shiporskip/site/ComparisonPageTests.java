package io.shiporskip.site;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ComparisonPageTests {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Test
    void anyOtherOrderLeadsToTheOneAddress() {
        Page page = pages.get("/compare/smollm3-on-device-vs-cursor-background-agent");

        assertThat(page.status()).isEqualTo(301);
        assertThat(page.location()).isEqualTo("/compare/cursor-background-agent-vs-smollm3-on-device");
    }
}
