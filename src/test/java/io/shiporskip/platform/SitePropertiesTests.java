package io.shiporskip.platform;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.net.URI;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SitePropertiesTests {

    @Test
    void anEmptyAddressIsNone() {
        assertThat(bound("").baseUrl()).isNull();
        assertThat(new SiteProperties(URI.create(""), java.nio.file.Path.of(".data")).baseUrl()).isNull();
    }

    @Test
    void anAddressHasSchemeAndHost() {
        assertThat(bound("https://shiporskip.example").baseUrl()).isEqualTo(URI.create("https://shiporskip.example"));
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound("shiporskip.example"))
                .withStackTraceContaining("shiporskip.base-url is an address such as");
    }

    private static SiteProperties bound(String address) {
        return new Binder(new MapConfigurationPropertySource(Map.of("shiporskip.base-url", address)))
                .bindOrCreate("shiporskip", SiteProperties.class);
    }
}
