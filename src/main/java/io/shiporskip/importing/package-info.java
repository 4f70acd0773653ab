/**
 * Catalogue files: reading a folder of them with file, line and reason for each thing that is wrong, and loading what is
 * not in the catalogue yet. A load is kept whole or not at all, and never changes what is there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "catalogue", "panel", "editorial", "editorial" })
package io.shiporskip.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
