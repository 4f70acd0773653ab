@NullMarked
package io.shiporskip;

import org.jspecify.annotations.NullMarked;
