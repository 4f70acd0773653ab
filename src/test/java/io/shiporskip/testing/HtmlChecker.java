package io.shiporskip.testing;

import io.shiporskip.testing.Pages.Page;
import nu.validator.client.EmbeddedValidator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The checker of the W3C for HTML. */
public final class HtmlChecker {

    private HtmlChecker() {}

    /** Asserts that it finds no error on any of these pages. */
    public static void assertValid(Page... pages) {
        for (Page page : pages) {
            assertThat(errors(page.source())).as(page.text("title")).isEmpty();
        }
    }

    private static List<String> errors(String source) {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            return checker.validate(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))).lines()
                    .filter(line -> line.contains(": error")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
