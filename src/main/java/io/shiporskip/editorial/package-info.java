/**
 * What editors write of tools, and what becomes public of it: each state that readers have seen is a revision, with who, when and
 * why. {@link io.shiporskip.editorial.Publications} is the one way in which a tool with its takes changes. What is withdrawn or
 * merged keeps its address.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "catalogue", "panel", "votes", "bookmarks" })
package io.shiporskip.editorial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
