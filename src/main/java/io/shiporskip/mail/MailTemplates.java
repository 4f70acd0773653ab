package io.shiporskip.mail;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes mails from the templates in {@code templates/mail/}: {@code name.html} for the part in HTML and {@code name.txt} for
 * the part in plain text. There is no request where mails are written, so their links are whole addresses.
 */
@Component
public class MailTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    MailTemplates() {
        engine.setEnableSpringELCompiler(true);
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    /** The part in HTML, a whole document. */
    public String html(String name, Map<String, Object> model) {
        return engine.process(name + ".html", context(model)).strip() + "\n";
    }

    /** One fragment of the part in HTML. */
    public String html(String name, String fragment, Map<String, Object> model) {
        return engine.process(name + ".html", Set.of(fragment), context(model)).strip();
    }

    /** The part in plain text, never with more than one empty line in a row. */
    public String text(String name, Map<String, Object> model) {
        return engine.process(name + ".txt", context(model)).replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip() + "\n";
    }

    private static Context context(Map<String, Object> model) {
        return new Context(Locale.UK, model);
    }
}
