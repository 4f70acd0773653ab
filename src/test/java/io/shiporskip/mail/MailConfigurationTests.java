package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import io.shiporskip.platform.SiteProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("NullAway.Init")
class MailConfigurationTests {

    @TempDir
    Path folder;

    @Test
    void aNamedServerGetsTheMailInEveryProfile() {
        for (String profile : new String[]{ "default", "production" }) {
            site().withPropertyValues("spring.mail.host=mail.example", "spring.mail.port=587",
                    "spring.profiles.active=" + profile).run(context -> {
                        assertThat(context.getBean(Postman.class)).isInstanceOf(SmtpPostman.class)
                                .hasToString("mail.example:587");
                        assertThat(context.getBean(Postman.class).delivers()).isTrue();
                    });
        }
    }

    @Test
    void withoutOneMailStaysOnThisMachine() {
        for (String host : new String[]{ "x.y=z", "spring.mail.host=" }) {
            site().withPropertyValues(host).run(context -> {
                assertThat(context.getBean(Postman.class)).isInstanceOf(LocalPostman.class);
                assertThat(context.getBean(Postman.class).delivers()).isTrue();
            });
        }
    }

    @Test
    void aSiteForThePublicWithoutOneSendsNothing() {
        site().withPropertyValues("spring.profiles.active=production").run(context -> {
            Postman postman = context.getBean(Postman.class);
            assertThat(postman.delivers()).isFalse();
            try (Postman.Round round = postman.round()) {
                assertThat(round.hand(new Mail("x@example.org", "anna@example.org", "S", "t", "h", Map.of())))
                        .isInstanceOf(Outcome.Unreachable.class);
            }
            assertThat(context).doesNotHaveBean(LocalMailbox.class);
        });
    }

    @Test
    void theSenderIsAtTheHostOfTheSiteUnlessAnotherOneIsSet() {
        SiteAddress site = new SiteAddress(new SiteProperties(URI.create("https://shiporskip.example/"), folder));

        assertThat(new SenderProperties(null, "", 1).sender(site))
                .hasToString("Ship or Skip <newsletter@shiporskip.example>");
        assertThat(new SenderProperties("Öl <a@b.example>", null, 1).sender(site).getAddress())
                .isEqualTo("a@b.example");
        assertThat(new SenderProperties(null, "Bounces <b@b.example>", 1).returnPath()).isEqualTo("b@b.example");
        assertThat(new SenderProperties(null, null, 1).returnPath()).isNull();
    }

    @Test
    void whatIsNotOneAddressIsRefused() {
        assertThatThrownBy(() -> new SenderProperties("nobody", null, 1)).hasMessageContaining("shiporskip.mail.from");
        assertThatThrownBy(() -> new SenderProperties(null, "a@b.example, c@d.example", 1))
                .hasMessageContaining("shiporskip.mail.bounces");
        assertThatThrownBy(() -> new SenderProperties(null, null, 0)).hasMessageContaining("mails-a-connection");
    }

    @Test
    void aLineBreakInAHeaderIsRefused() {
        assertThatThrownBy(() -> new Mail("x@y", "a@b.example", "Hello\r\nBcc: c@d.example", "t", "h", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("x@y", "a@b.example\n", "Hello", "t", "h", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("x@y", "a@b.example", "Hello", "t", "h", Map.of("X", "a\nb")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ApplicationContextRunner site() {
        SiteProperties properties = new SiteProperties(null, folder);
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withBean(SiteProperties.class, () -> properties)
                .withBean(SiteAddress.class, () -> new SiteAddress(properties))
                .withUserConfiguration(MailConfiguration.class);
    }
}
