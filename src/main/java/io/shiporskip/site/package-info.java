/**
 * The public pages that show several features at once: home, lists, one tool, comparisons, reviewers, and the pages in
 * words. Pages only read; what changes a feature lives in that feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "visitors", "catalogue", "panel", "votes", "bookmarks",
    "comparisons", "search", "newsletter", "editorial" })
package io.shiporskip.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
