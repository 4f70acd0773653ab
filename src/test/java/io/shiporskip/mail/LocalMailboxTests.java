package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import io.shiporskip.platform.SiteProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("NullAway.Init")
class LocalMailboxTests {

    @TempDir
    Path folder;

    private LocalMailbox mailbox;

    @BeforeEach
    void anEmptyMailbox() {
        mailbox = new LocalMailbox(folder.resolve("mailbox"));
    }

    @Test
    void whatIsHandedOverCanBeRead() {
        assertThat(hand("Grüße")).isInstanceOf(Outcome.Accepted.class);

        MailView mail = mailbox.mails().getFirst();
        assertThat(mail.subject()).isEqualTo("Grüße");
        assertThat(mail.to()).isEqualTo("anna@example.org");
        assertThat(mail.text().strip()).isEqualTo("Häagen");
        assertThat(mail.html().strip()).isEqualTo("<p style=\"color:red\">Häagen</p>");
        assertThat(mail.headers()).contains(new MailView.Header("Message-ID", "<x@example.org>"),
                new MailView.Header("From", "Ship or Skip <newsletter@localhost>"));
        assertThat(mailbox.find(mail.id())).contains(mail);
    }

    @Test
    void theOldestAreDroppedAndNothingHalfIsLeft() throws IOException {
        for (int i = 0; i < LocalMailbox.KEPT + 3; i++) {
            hand("Mail " + i);
        }
        assertThat(mailbox.mails()).hasSize(LocalMailbox.KEPT).extracting(MailView::subject)
                .contains("Mail " + (LocalMailbox.KEPT + 2)).doesNotContain("Mail 0");
        try (Stream<Path> files = Files.list(mailbox.folder())) {
            assertThat(files.filter(file -> !file.toString().endsWith(".eml"))).isEmpty();
        }
    }

    @Test
    void anIdLeadsNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret.eml"), "Subject: no\n\nno");

        assertThat(mailbox.find("../secret")).isEmpty();
        assertThat(mailbox.find("0000000000000-00000000")).isEmpty();
        assertThat(mailbox.mails()).isEmpty();
    }

    private Outcome hand(String subject) {
        SiteAddress site = new SiteAddress(new SiteProperties(null, folder));
        try (Postman.Round round = new LocalPostman(mailbox, new SenderProperties(null, null, 100), site).round()) {
            return round.hand(new Mail("x@example.org", "anna@example.org", subject, "Häagen\n",
                    "<p style=\"color:red\">Häagen</p>", Map.of()));
        }
    }
}
