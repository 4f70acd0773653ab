/**
 * Values that every room may use: slugs, whole per cents, the Wilson interval, safe Markdown, and what an HTMX request
 * asks for. Nothing here knows the domain or keeps state.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.shiporskip.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
