package io.shiporskip.newsletter;

import java.util.UUID;

/** Writes the letters of editions. */
interface Letters {

    /**
     * The letter of a composed edition; asked again, it says the same.
     *
     * @throws IllegalArgumentException when there is no such composed edition
     */
    Letter of(UUID edition);
}
