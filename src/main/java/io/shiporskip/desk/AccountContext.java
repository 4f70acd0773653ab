package io.shiporskip.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a session belongs to. It holds the account's id alone; name, role and whether the account may still come in are asked of
 * the database with each request, so that a change takes effect with the next one. A session holds no objects of a library, and
 * so outlives its upgrades.
 */
@Component
class AccountContext implements SecurityContextRepository {

    /** The request's attribute with the {@link Editor}, for templates. */
    static final String EDITOR = "editor";

    /** Whoever signed in so long ago does it again. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final String ACCOUNT = "account";
    private static final String GENERATION = "generation";
    private static final String SINCE = "since";

    private final JdbcClient jdbc;

    AccountContext(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a new session. Whatever session the request came with is gone, and with it its id. */
    void enter(HttpServletRequest request, UUID account, int generation) {
        leave(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.toString());
        session.setAttribute(GENERATION, generation);
        session.setAttribute(SINCE, Instant.now().getEpochSecond());
    }

    /** Ends the session, where there is one. */
    void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        editor(holder.getRequest()).ifPresent(editor -> {
            holder.getRequest().setAttribute(EDITOR, editor);
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(editor, null,
                    AuthorityUtils.createAuthorityList("ROLE_" + editor.role())));
        });
        return context;
    }

    private Optional<Editor> editor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)
                || !(session.getAttribute(GENERATION) instanceof Integer generation)
                || !(session.getAttribute(SINCE) instanceof Long since)
                || Instant.ofEpochSecond(since).plus(LONGEST).isBefore(Instant.now())) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select id, name, email, role from account where id = :id and generation = :generation and active
                """).param("id", UUID.fromString(account)).param("generation", generation).query(Editor.class)
                .optional();
    }

    /** The session is written where somebody signs in, and nowhere else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }
}
