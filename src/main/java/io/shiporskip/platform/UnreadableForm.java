package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import java.io.IOException;

/** Forms that Tomcat will not read, because they are too many fields, too large or no form at all, are the sender's mistake. */
@ControllerAdvice
class UnreadableForm {

    @ExceptionHandler
    void refuse(InvalidParameterException refused, HttpServletResponse response) throws IOException {
        response.sendError(refused.getErrorCode());
    }

    @ExceptionHandler
    void refuse(MultipartException refused, HttpServletResponse response) throws IOException {
        response.sendError(refused instanceof MaxUploadSizeExceededException
                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST);
    }
}
