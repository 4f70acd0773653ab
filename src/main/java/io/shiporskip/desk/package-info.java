/**
 * The desk: the pages of those who run the site, under {@code /desk}. Accounts and how one comes to one, sessions, the frame of
 * the pages, what needs a hand today, and the audit of what was done. No other room uses it. Each
 * part of the pages has a package of its own below this one.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = { "shared", "platform", "visitors", "catalogue", "panel", "votes", "comparisons",
            "search",
            "mail", "newsletter", "editorial", "site", "importing", "site" })
package io.shiporskip.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
