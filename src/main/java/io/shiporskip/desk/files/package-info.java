/** The pages on which the catalogue goes out as files and comes in again: what files would do, and doing it. */
@NullMarked
package io.shiporskip.desk.files;

import org.jspecify.annotations.NullMarked;
