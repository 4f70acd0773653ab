/**
 * The desk's pages of the weekly e-mail: the coming edition, how editions are sent, and who gets them. What may be done, and what
 * becomes of it, is the room {@code newsletter}'s to say; here it is asked, shown and written into the audit.
 */
@NullMarked
package io.shiporskip.desk.newsletter;

import org.jspecify.annotations.NullMarked;
