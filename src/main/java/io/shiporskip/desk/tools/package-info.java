/** The pages on which editors write tools and takes: all of them, the sheet, a take, preview, publication, the shelves. */
@NullMarked
package io.shiporskip.desk.tools;

import org.jspecify.annotations.NullMarked;
