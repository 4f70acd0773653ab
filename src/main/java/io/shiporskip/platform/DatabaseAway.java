package io.shiporskip.platform;

import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

import java.sql.SQLException;

/** While PostgreSQL does not answer, readers are asked to come back in a moment. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway {

    /** Seconds after which it is worth trying again. */
    static final String RETRY_AFTER = "5";

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);
    private static final ExceptionHandlerMethodResolver HANDLED = new ExceptionHandlerMethodResolver(
            DatabaseAway.class);

    /**
     * A connection that ends in the middle of a commit reaches us as a failure of no particular kind. What it was says the
     * first cause: SQL states of class 08 are about connections, of class 57 about a server that goes down (PostgreSQL,
     * appendix A).
     */
    @ExceptionHandler
    String commitFailed(UncategorizedDataAccessException failure, HttpServletResponse response, Model model,
            Htmx htmx) {
        if (!isOfConnection(failure)) {
            throw failure;
        }
        return unavailable(failure, response, model, htmx);
    }

    private static boolean isOfConnection(UncategorizedDataAccessException failure) {
        String state = failure.getRootCause() instanceof SQLException cause ? cause.getSQLState() : null;
        return state != null && (state.startsWith("08") || state.startsWith("57"));
    }

    /** Whether a failure says that the database does not answer, where no page is waiting for it. */
    static boolean isMeantBy(Throwable failure) {
        return failure instanceof UncategorizedDataAccessException commit ? isOfConnection(commit)
                : HANDLED.resolveMethodByThrowable(failure) != null;
    }

    @ExceptionHandler({ CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class, QueryTimeoutException.class, TransientDataAccessException.class,
        TransactionSystemException.class })
    String unavailable(Exception failure, HttpServletResponse response, Model model, Htmx htmx) {
        log.warn("The database does not answer: {}", failure.getMessage());
        int status = HttpStatus.SERVICE_UNAVAILABLE.value();
        response.setStatus(status);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("error", ErrorText.UNAVAILABLE.view(status));
        return ErrorView.template(htmx);
    }
}
