package io.shiporskip.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.view.AbstractView;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer that is a text and no page. */
final class PlainText extends AbstractView {

    private final String text;

    PlainText(String text) {
        this.text = text;
        setContentType("text/plain;charset=UTF-8");
    }

    @Override
    protected void renderMergedOutputModel(Map<String, Object> model, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        setResponseContentType(request, response);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
