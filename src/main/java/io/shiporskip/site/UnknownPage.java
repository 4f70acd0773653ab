package io.shiporskip.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address that leads nowhere. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownPage extends RuntimeException {}
