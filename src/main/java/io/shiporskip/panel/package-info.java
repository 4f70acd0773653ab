/**
 * The reviewers and their takes on tools. A panel is all takes of one tool; what it says together is its verdict and its
 * score. {@link io.shiporskip.panel.Panel} is the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "catalogue" })
package io.shiporskip.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
