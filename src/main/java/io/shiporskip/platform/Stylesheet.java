package io.shiporskip.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The site's stylesheet, {@code /styles/site.css}: the files of {@code static/css} joined in memory, tokens and base first,
 * then the components by name. A page then waits for one file instead of fifteen, and nothing has to be built.
 */
@Configuration(proxyBeanMethods = false)
class Stylesheet implements WebMvcConfigurer {

    private static final String NAME = "site.css";
    private static final String FOLDER = "classpath:/static/css/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        Resource stylesheet = join();
        JoinedFile.serve(registry, "/styles/**", stylesheet);
    }

    private static Resource join() {
        ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        try {
            for (String first : List.of("tokens.css", "base.css")) {
                joined.writeBytes(files.getResource(FOLDER + first).getContentAsByteArray());
            }
            Resource[] components = files.getResources(FOLDER + "components/*.css");
            Arrays.sort(components, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource component : components) {
                joined.writeBytes(component.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the stylesheets cannot be read", e);
        }
        return new JoinedFile(NAME, shortened(joined.toString(StandardCharsets.UTF_8)));
    }

    /** Without comments and indentation, which are a fifth of what a reader would wait for. No text in it has two spaces. */
    private static byte[] shortened(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
    }
}
