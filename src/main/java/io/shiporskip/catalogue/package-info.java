/**
 * The tools under review: who makes them, on which shelf they stand, which job they do, what they cost, and the facts
 * about them with source and day. {@link io.shiporskip.catalogue.Tools} and {@link io.shiporskip.catalogue.Shelves} are
 * the ways in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.shiporskip.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
