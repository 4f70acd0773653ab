package io.shiporskip.newsletter;

import io.shiporskip.mail.MailTemplates;
import io.shiporskip.platform.SiteAddress;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes editions as letters, in both parts, with full addresses of this site. */
@Component
class LetterTemplates implements Letters {

    private final Editions editions;
    private final MailTemplates templates;
    private final SiteAddress site;
    private final EditionProperties properties;

    LetterTemplates(Editions editions, MailTemplates templates, SiteAddress site, EditionProperties properties) {
        this.editions = editions;
        this.templates = templates;
        this.site = site;
        this.properties = properties;
    }

    @Override
    public Letter of(UUID edition) {
        return letter(editions.byId(edition)
                .orElseThrow(() -> new IllegalArgumentException("there is no composed edition " + edition)));
    }

    /** The letter of the coming edition as it would be now; nothing while there is nothing to tell. */
    Optional<Letter> ofComing() {
        return editions.asComposed().map(this::letter);
    }

    /** The letter of an edition, composed or only thought of. */
    Letter letter(EditionView edition) {
        Map<String, Object> model = model(edition);
        return new Letter(edition.number(), edition.headline(), templates.text("edition", model),
                templates.html("edition", model));
    }

    /** What an edition says as HTML, for feeds. */
    String article(EditionView edition) {
        return templates.html("edition", "article", model(edition));
    }

    private Map<String, Object> model(EditionView edition) {
        return Map.of("edition", edition, "introductionText", addressed(edition.introductionText()), "introductionHtml",
                addressed(edition.introductionHtml()).replaceAll("href=\"/(?!/)", "href=\"" + site.of("/")), "site",
                site,
                "leave", Letter.LEAVE, "imprint", properties.imprint());
    }

    /** Without what would be taken for the reader's own address for leaving. */
    private static String addressed(String introduction) {
        return introduction.replace(Letter.LEAVE, "");
    }
}
