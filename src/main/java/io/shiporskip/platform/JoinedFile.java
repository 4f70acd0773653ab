package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;

import java.time.Duration;
import java.util.List;

/** A file that is joined of several in memory and served at one address with a content version. */
final class JoinedFile extends ByteArrayResource {

    private final String name;
    private final long joinedAt = System.currentTimeMillis();

    JoinedFile(String name, byte[] content) {
        super(content, name);
        this.name = name;
    }

    static void serve(ResourceHandlerRegistry registry, String pattern, Resource file) {
        registry.addResourceHandler(pattern).setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new Untagged(file))
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new Joined(file));
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public long lastModified() {
        return joinedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Takes off the strong ETag that goes with the version in the name: Tomcat compresses nothing that bears one. */
    private static final class Untagged extends AbstractResourceResolver {

        private final Resource file;

        Untagged(Resource file) {
            this.file = file;
        }

        @Override
        protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
                List<? extends Resource> locations, ResourceResolverChain chain) {
            return chain.resolveResource(request, path, locations) == null ? null : file;
        }

        @Override
        protected @Nullable String resolveUrlPathInternal(String path, List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return chain.resolveUrlPath(path, locations);
        }
    }

    private static final class Joined extends AbstractResourceResolver {

        private final Resource file;

        Joined(Resource file) {
            this.file = file;
        }

        @Override
        protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
                List<? extends Resource> locations, ResourceResolverChain chain) {
            return path.equals(file.getFilename()) ? file : null;
        }

        @Override
        protected @Nullable String resolveUrlPathInternal(String path, List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return path.equals(file.getFilename()) ? path : null;
        }
    }
}
