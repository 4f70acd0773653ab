/**
 * The tools that a visitor keeps: keeping and dropping one, taking all of them out as a file and in again.
 * {@link io.shiporskip.bookmarks.Bookmarks} is the way in; the page that shows them with their verdicts lives in {@code site}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "visitors", "catalogue" })
package io.shiporskip.bookmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
