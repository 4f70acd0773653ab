package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.io.IOException;

/** Parameters that Tomcat will not read, because they are too many, too large or no text, are the sender's mistake. */
@ControllerAdvice
class TooManyParameters {

    @ExceptionHandler
    void refuse(InvalidParameterException refused, HttpServletResponse response) throws IOException {
        response.sendError(refused.getErrorCode());
    }
}
