package io.shiporskip.desk;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeskAddressTests {

    @ParameterizedTest
    @ValueSource(strings = { "/desk", "/desk/accounts", "/desk/audit?before=12", "/desk/tools/a-b_c/edit?x=%20" })
    void anAddressOfTheDeskMayBeGoneTo(String address) {
        assertThat(DeskAddress.orStart(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "/", "/tools", "//evil.example", "https://evil.example/desk", "/desk//evil.example",
        "/desk/../tools", "/desk\\evil.example", "/desk/a\nb", "/deskx", "/desk/sign-in?back=/desk", "/desk/sign-out",
        "/desk/reset/abc", "/desk?x=\"", "/desk#a", "javascript:alert(1)" })
    void anythingElseLeadsToTheStart(@Nullable String address) {
        assertThat(DeskAddress.orStart(address)).isEqualTo("/desk");
    }
}
