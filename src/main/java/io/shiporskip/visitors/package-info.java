/**
 * The anonymous visitor: a random number in a signed cookie, set with the first vote or bookmark and never while one reads.
 * Beside it the network that a request comes from, known by a hash whose key changes daily, and the limit that a flood of
 * changes meets. {@link io.shiporskip.visitors.Visitors} and {@link io.shiporskip.visitors.Networks} are the ways in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "platform" })
package io.shiporskip.visitors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
