/**
 * What visitors say of a tool: one vote each, ship or skip, and the tally of a tool's counted votes; how a vote is written, and
 * which are held. {@link io.shiporskip.votes.Votes} is the way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform", "visitors", "catalogue", "panel" })
package io.shiporskip.votes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
