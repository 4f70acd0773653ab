/**
 * How mail leaves the site: to the SMTP server that the operator named, or, while none is named, into a local mailbox that the
 * operator reads in the browser. What a mail says is the business of whoever writes it. {@link io.shiporskip.mail.Postman} is
 * the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform" })
package io.shiporskip.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
