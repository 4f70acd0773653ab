package io.shiporskip.platform;

import io.shiporskip.shared.Htmx;
import jakarta.servlet.ServletException;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** A commit whose answer was lost: the database is away where its connection ended, and the site is at fault elsewhere. */
class FailedCommitTests {

    @Controller
    private record Committing(UncategorizedDataAccessException failure) {

        @PostMapping("/")
        String commit() {
            throw failure;
        }
    }

    private static final class AnyHtmx implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Htmx.class;
        }

        @Override
        public Htmx resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
            return new Htmx(false);
        }
    }

    /** 08006: connection failure, 08003: connection does not exist, 57P01: admin shutdown, 57P02: crash shutdown. */
    @ParameterizedTest
    @ValueSource(strings = { "08006", "08003", "57P01", "57P02" })
    void aConnectionThatEndsInTheCommitAsksToComeBack(String state) throws Exception {
        MockHttpServletResponse response = answerTo(failure(state));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo(DatabaseAway.RETRY_AFTER);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void soItDoesWhereJpaCommits() throws Exception {
        MockHttpServletResponse response = answerTo(
                new JpaSystemException(new GenericJDBCException("commit", new SQLException("gone", "08006"))));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo(DatabaseAway.RETRY_AFTER);
    }

    /** XX000: internal error, 25P02: the transaction failed before, 0A000: not supported; the rest says nothing. */
    @ParameterizedTest
    @ValueSource(strings = { "XX000", "25P02", "0A000", "5", "" })
    @NullSource
    void anyOtherFailureIsNotTheDatabasesAbsence(@Nullable String state) {
        UncategorizedDataAccessException failure = failure(state);

        assertThatThrownBy(() -> answerTo(failure)).isInstanceOf(ServletException.class).hasCause(failure);
    }

    private static UncategorizedSQLException failure(@Nullable String state) {
        return new UncategorizedSQLException("commit", null, new SQLException("the commit failed", state));
    }

    private static MockHttpServletResponse answerTo(UncategorizedDataAccessException failure) throws Exception {
        MockMvc site = MockMvcBuilders.standaloneSetup(new Committing(failure)).setControllerAdvice(new DatabaseAway())
                .setCustomArgumentResolvers(new AnyHtmx()).build();
        return site.perform(post("/")).andReturn().getResponse();
    }
}
