/** The desk's pages about held votes: how they came, and releasing or discarding them. The rules are in the room {@code votes}. */
@NullMarked
package io.shiporskip.desk.votes;

import org.jspecify.annotations.NullMarked;
