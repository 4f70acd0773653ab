package io.shiporskip.importing;

import io.shiporskip.importing.CatalogueLoader.Loaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.io.IOException;

/**
 * Loads the catalogue files when the site starts. Files that are wrong do not keep the site from starting: it goes on with
 * what the database holds, and the log names each problem. With an empty {@code shiporskip.catalogue} nothing is loaded.
 */
@Component
class CatalogueAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(CatalogueAtStart.class);

    private final CatalogueLoader loader;
    private final String location;

    CatalogueAtStart(CatalogueLoader loader, @Value("${shiporskip.catalogue:classpath:catalogue/}") String location) {
        this.loader = loader;
        this.location = location.isBlank() || location.endsWith("/") ? location : location + "/";
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (location.isBlank()) {
            return;
        }
        try {
            Loaded loaded = loader.load(CatalogueReader.read(CatalogueFolder.read(location)));
            log.info("Catalogue  {} tools in the files: {} loaded now, {} there already; {} published",
                    loaded.added() + loaded.present(), loaded.added(), loaded.present(), loaded.published());
            if (loaded.published() == 0) {
                log.warn("Catalogue  no tool is published, so readers find nothing");
            }
        } catch (IOException unreadable) {
            log.error("Catalogue  cannot be read: {}", unreadable.getMessage());
        } catch (CatalogueRefused refused) {
            log.error("Catalogue  refused, nothing of it was loaded:");
            refused.problems().forEach(problem -> log.error("           {}", problem));
        } catch (DataIntegrityViolationException refused) {
            log.error("Catalogue  refused by the database, nothing of it was loaded: {}",
                    refused.getMostSpecificCause().getMessage());
        }
    }
}
