/**
 * Two to four tools side by side: which of them may be weighed against each other, what their rivals are, and the pick with
 * its reasons and what would turn it; and how often comparisons are
 * opened. {@link io.shiporskip.comparisons.Comparisons} is the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "visitors", "catalogue", "panel", "votes", "search" })
package io.shiporskip.comparisons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
