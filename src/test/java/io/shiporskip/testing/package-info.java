/** What tests stand on: a real PostgreSQL, a real browser, parsed pages, and valid objects to begin with. */
@NullMarked
package io.shiporskip.testing;

import org.jspecify.annotations.NullMarked;
