package io.shiporskip.platform;

import org.springframework.http.HttpStatus;

import java.util.List;

/** What an error page says: what happened, and what to do next. One sentence each, and nothing about our insides. */
enum ErrorText {

    BAD_REQUEST(HttpStatus.BAD_REQUEST, "That address does not work",
            "It holds something that this site cannot read. Check it for stray characters, or start from the tools."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "That did not come from this site",
            "Nothing was changed. Open the page here and press the button again."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such page",
            "It may have moved or never existed. Look for the tool in the list, or compare two."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This page cannot be used that way",
            "Open it as an ordinary page, or go back to where you came from."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "That was too much at once",
            "Send a shorter text or a smaller file, or go back and try again."),
    UNPROCESSABLE(HttpStatus.UNPROCESSABLE_CONTENT, "That could not be taken as it is",
            "Something is missing or not as it should be. Nothing was changed; go back, correct it and send it again."),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests",
            "Nothing was changed. Wait a minute and try again."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The site is catching its breath",
            "Our database does not answer at the moment. Nothing is lost; try again in a few seconds."),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something broke on our side",
            "It has been written down for the people who run this site. Try again, or start from the tools.");

    private final HttpStatus status;
    private final String title;
    private final String advice;

    ErrorText(HttpStatus status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The text for a status; another client's error reads as a bad request, another server's as a broken one. */
    static ErrorText of(int status) {
        for (ErrorText text : values()) {
            if (text.status.value() == status) {
                return text;
            }
        }
        return status < 500 ? BAD_REQUEST : INTERNAL;
    }

    ErrorView view(int shownStatus) {
        return new ErrorView(shownStatus, title, advice, List.of());
    }

    String title() {
        return title;
    }

    String advice() {
        return advice;
    }
}
