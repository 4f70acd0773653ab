/**
 * The desk: the pages of those who run the site, under {@code /desk}. Accounts and how one comes to one, sessions, the frame of
 * the pages, what needs a hand today, and the audit of what was done. No other room uses it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = { "shared", "platform", "visitors", "catalogue", "panel", "votes", "search", "mail" })
package io.shiporskip.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
