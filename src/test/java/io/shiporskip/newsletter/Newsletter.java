package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.testing.RecordingPostman;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The weekly e-mail as tests see it: what is stored, who stands where, and the work in the background by hand. */
public final class Newsletter {

    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final LeaveTokens leaving;
    private final ConfirmationMailing mailing;
    private final RecordingPostman postman;
    private final EditionQuery editions;

    Newsletter(JdbcClient jdbc, Subscribers subscribers, LeaveTokens leaving, ConfirmationMailing mailing,
            RecordingPostman postman, EditionQuery editions) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.subscribers = subscribers;
        this.leaving = leaving;
        this.mailing = mailing;
        this.postman = postman;
    }

    /** Brings this and a postman that records into a test. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Setup {

        @Bean
        @Primary
        RecordingPostman recordingPostman() {
            return new RecordingPostman();
        }

        @Bean
        Newsletter newsletter(JdbcClient jdbc, Subscribers subscribers, LeaveTokens leaving,
                ConfirmationMailing mailing, RecordingPostman postman, EditionQuery editions) {
            return new Newsletter(jdbc, subscribers, leaving, mailing, postman, editions);
        }
    }

    /** The postman that the site gives its mails to. */
    public RecordingPostman postman() {
        return postman;
    }

    /** Puts an edition together that says one thing of one tool; gives the path of its page. */
    public String edition() {
        LocalDate day = LocalDate.of(2025, 6, 15);
        UUID id = editions.compose(new Week(day.minusDays(6), day), new EditionContent(
                List.of(new EditionContent.Item("/tools/devin", "Devin", "Coding agent by Cognition", "Takes tickets",
                        "ship", "Ship · 3 ship / 1 skip", "80, from 76 to 84", "New here", List.of())),
                0, null, null), Instant.parse("2025-06-16T08:00:00Z"));
        return editions.byId(id).orElseThrow().path();
    }

    /** Empties everything that has to do with subscribers. */
    public void clear() {
        postman.forget();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from edition").update();
        jdbc.sql("delete from subscriber").update();
        jdbc.sql("delete from subscriber_day").update();
        jdbc.sql("delete from suppression").update();
        jdbc.sql("delete from scheduled_tasks where task_name = ?").param(ConfirmationQueue.TASK).update();
    }

    /** Works the queue of confirmation mails off, once; gives how many entries there were. */
    public int workOff() {
        var entries = jdbc.sql("""
                delete from scheduled_tasks where task_name = ? returning task_instance
                """).param(ConfirmationQueue.TASK).query(String.class).list();
        entries.forEach(entry -> mailing.send(UUID.fromString(entry)));
        return entries.size();
    }

    /** Signs an address up and gives the token of the mail that came. */
    public String waiting(String address) {
        subscribers.signUp(EmailAddress.parse(address).orElseThrow());
        workOff();
        return postman.lastToken();
    }

    /** Signs an address up, confirms it and gives the token for leaving. */
    public String confirmed(String address) {
        if (subscribers.confirm(waiting(address)).isEmpty()) {
            throw new AssertionError("the link does not work");
        }
        return leaveToken(address);
    }

    /** The token for leaving of an address. */
    public String leaveToken(String address) {
        return leaving.of(id(address));
    }

    /** The number of an address. */
    public UUID id(String address) {
        return jdbc.sql("select id from subscriber where lower(address) = lower(?)").param(address).query(UUID.class)
                .single();
    }

    /** The state of an address; empty where nothing is stored. */
    public String state(String address) {
        return jdbc.sql("select state from subscriber where lower(address) = lower(?)").param(address)
                .query(String.class).optional().orElse("");
    }

    /** Why an address gets no mail; empty where it may. */
    public String suppressed(String address, SuppressionList list) {
        return jdbc.sql("select reason from suppression where address_hash = ?")
                .param(list.hash(EmailAddress.parse(address).orElseThrow())).query(String.class).optional().orElse("");
    }

    /** Lets hours pass: what is stored of an address is that much older. */
    public void later(String address, int hours) {
        UUID id = id(address);
        jdbc.sql("""
                update subscriber set signed_up_at = signed_up_at - make_interval(hours => :h),
                    asked_at = asked_at - make_interval(hours => :h),
                    confirmed_at = confirmed_at - make_interval(hours => :h),
                    left_at = left_at - make_interval(hours => :h) where id = :id
                """).param("h", hours).param("id", id).update();
        jdbc.sql(
                "update confirmation set expires_at = expires_at - make_interval(hours => :h) where subscriber_id = :id")
                .param("h", hours).param("id", id).update();
    }
}
