package io.shiporskip.platform;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPageLogTests {

    @Test
    void aFormThatFailedIsNotCalledAGet() {
        Logger log = (Logger) LoggerFactory.getLogger(ErrorPageController.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        MockHttpServletRequest dispatched = new MockHttpServletRequest("GET", "/error");
        dispatched.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        dispatched.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/desk/newsletter/plan");
        dispatched.setAttribute(RequestDispatcher.ERROR_METHOD, "POST");
        try {
            new ErrorPageController().error(dispatched, new MockHttpServletResponse(), new ExtendedModelMap(),
                    new Htmx(false));
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("POST /desk/newsletter/plan failed with 500");
    }
}
