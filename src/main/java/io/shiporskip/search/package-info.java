/**
 * Finding tools: by words, by what one filters and orders by, and by the beginning of a name while one types. The index is a
 * table of its own that follows the catalogue, the panel and the votes. {@link io.shiporskip.search.Search} is the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "visitors", "catalogue", "panel", "votes" })
package io.shiporskip.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
