/**
 * Catalogue files in and out: reading them with file, line and reason for each thing that is wrong, loading at the start what is not
 * in the catalogue yet, importing at the desk what would first be seen, and writing them. A load or import is kept whole or not at
 * all.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "catalogue", "panel", "editorial", "editorial" })
package io.shiporskip.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
