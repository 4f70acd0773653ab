package io.shiporskip.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns away forms with a NUL in a field, with 400: no keyboard writes one, and PostgreSQL stores none. {@link RequestGuard} does
 * the same for addresses; a form can only be looked at here, where it has been read within its limits, in whatever encoding it came.
 */
final class TextGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // The page that says what was wrong has the same fields.
        if (request.getDispatcherType() == DispatcherType.ERROR || SafeMethods.asksForPage(request)
                || request.getParameterMap().entrySet().stream().flatMap(TextGuard::texts)
                        .noneMatch(text -> text.indexOf('\0') >= 0)) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return false;
    }

    private static Stream<String> texts(Map.Entry<String, String[]> field) {
        return Stream.concat(Stream.of(field.getKey()), Arrays.stream(field.getValue()));
    }
}
