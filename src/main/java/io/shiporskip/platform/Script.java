package io.shiporskip.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The site's script, {@code /scripts/site.js}: the modules of {@code static/js} joined in memory by name, each in a block of
 * its own, so that their names stay apart. They import nothing and do not rely on their order.
 */
@Configuration(proxyBeanMethods = false)
class Script implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        JoinedFile.serve(registry, "/scripts/**", join());
    }

    private static Resource join() {
        StringBuilder joined = new StringBuilder();
        try {
            Resource[] modules = new PathMatchingResourcePatternResolver().getResources("classpath:/static/js/*.js");
            Arrays.sort(modules, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource module : modules) {
                joined.append("{\n").append(shortened(module.getContentAsString(StandardCharsets.UTF_8))).append("}\n");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the scripts cannot be read", e);
        }
        return new JoinedFile("site.js", joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Without lines that are comments and without indentation; lines stay lines, because they end statements. */
    private static String shortened(String module) {
        return module.replaceAll("(?m)^\\s*//.*\\R", "").replaceAll("(?m)^\\s*/\\*\\*.*\\*/\\R", "")
                .replaceAll("(?m)^\\s+", "");
    }
}
