package io.shiporskip.testing;

import io.shiporskip.newsletter.Newsletter;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * As a {@link PageTest}, over a catalogue and database that tests may write into: what they do, a {@link Person} does, and
 * each test uses tools of its own. Nobody meets the limit of changes a minute, and the mails
 * that the site sends are kept.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PageTest
@Import(Newsletter.Setup.class)
@TestPropertySource(properties = "shiporskip.visitors.changes-a-minute=1000000")
public @interface VisitorTest {
}
