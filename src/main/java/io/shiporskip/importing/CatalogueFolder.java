package io.shiporskip.importing;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A folder of catalogue files, on disk or in the jar. */
final class CatalogueFolder {

    private CatalogueFolder() {}

    /**
     * The texts of all its YAML files, by path within the folder.
     *
     * @param location a folder, with a closing slash: {@code classpath:catalogue/} or {@code file:/srv/catalogue/}
     * @throws IOException when the folder cannot be read
     */
    static Map<String, String> read(String location) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, String> files = new TreeMap<>();
        for (String folder : new String[]{ "", "tools/" }) {
            for (Resource file : resolver.getResources(location + folder + "*.yaml")) {
                files.put(folder + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        if (files.isEmpty()) {
            throw new FileNotFoundException("no catalogue files in " + location);
        }
        return files;
    }
}
