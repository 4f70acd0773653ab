package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        registry.addResourceHandler("/styles/**").setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new Untagged(stylesheet))
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new Joined(stylesheet));
    }

    private static Resource join() {
        ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        long joinedAt = System.currentTimeMillis();
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
        return new ByteArrayResource(shortened(joined.toString(StandardCharsets.UTF_8)), NAME) {

            @Override
            public String getFilename() {
                return NAME;
            }

            @Override
            public long lastModified() {
                return joinedAt;
            }
        };
    }

    /** Without comments and indentation, which are a fifth of what a reader would wait for. No text in it has two spaces. */
    private static byte[] shortened(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
    }

    /** Takes off the strong ETag that goes with the version in the name: Tomcat compresses nothing that bears one. */
    private static final class Untagged extends AbstractResourceResolver {

        private final Resource stylesheet;

        Untagged(Resource stylesheet) {
            this.stylesheet = stylesheet;
        }

        @Override
        protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
                List<? extends Resource> locations, ResourceResolverChain chain) {
            return chain.resolveResource(request, path, locations) == null ? null : stylesheet;
        }

        @Override
        protected @Nullable String resolveUrlPathInternal(String path, List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return chain.resolveUrlPath(path, locations);
        }
    }

    private static final class Joined extends AbstractResourceResolver {

        private final Resource stylesheet;

        Joined(Resource stylesheet) {
            this.stylesheet = stylesheet;
        }

        @Override
        protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
                List<? extends Resource> locations, ResourceResolverChain chain) {
            return path.equals(NAME) ? stylesheet : null;
        }

        @Override
        protected @Nullable String resolveUrlPathInternal(String path, List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return path.equals(NAME) ? path : null;
        }
    }
}
