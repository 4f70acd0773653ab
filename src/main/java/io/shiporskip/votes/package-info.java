/**
 * What visitors say of a tool: one vote each, ship or skip, and the tally of a tool's counted votes.
 * {@link io.shiporskip.votes.Votes} is the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "catalogue" })
package io.shiporskip.votes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
