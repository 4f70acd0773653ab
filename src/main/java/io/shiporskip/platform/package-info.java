/**
 * What the server stands on: the PostgreSQL that comes with the site, security headers, the guard of requests, error
 * pages, how responses are cached, and what the start-up says. Nothing here knows the domain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.shiporskip.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
