/**
 * The weekly e-mail: who asked for it and confirmed, what an edition says, how it is sent once to everyone, and how one leaves.
 * {@link io.shiporskip.newsletter.Subscribers} and {@link io.shiporskip.newsletter.Editions} are the ways in.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = { "shared", "platform", "visitors", "catalogue", "panel", "votes", "comparisons",
            "search", "mail" })
package io.shiporskip.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
