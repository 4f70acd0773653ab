package io.shiporskip.desk;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may do what under {@code /desk}. It is a chain of its own, before that of the public pages, which stay without session
 * and cookie.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
class DeskSecurity {

    /**
     * The ways in, open to all. Their forms bear no token, because there is no session yet that could be abused; that they come
     * from a page of this site is seen to by the guard that all forms of the site have.
     */
    static final String[] WAYS_IN = { "/desk/sign-in", "/desk/forgotten", "/desk/invitation/*", "/desk/reset/*" };

    private static final String[] FOR_ADMINISTRATORS = { "/desk/accounts/**", "/desk/invitations/**",
        "/desk/audit/**" };

    @Bean
    @Order(1)
    SecurityFilterChain deskPages(HttpSecurity http, AccountContext accounts, SessionTokens tokens, Refusals refusals) {
        return http.securityMatcher("/desk", "/desk/**")
                .securityContext(context -> context.securityContextRepository(accounts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(WAYS_IN))
                .authorizeHttpRequests(requests -> requests.requestMatchers(WAYS_IN).permitAll()
                        .requestMatchers(FOR_ADMINISTRATORS).hasRole(Role.ADMINISTRATOR.name()).anyRequest()
                        .hasAnyRole(Role.EDITOR.name(), Role.ADMINISTRATOR.name()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .sessionManagement(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable).build();
    }
}
