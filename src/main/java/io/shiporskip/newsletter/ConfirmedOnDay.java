package io.shiporskip.newsletter;

import java.time.LocalDate;

/**
 * How many got the weekly e-mail at the end of a day.
 *
 * @param on the day (UTC)
 * @param confirmed how many
 */
public record ConfirmedOnDay(LocalDate on, long confirmed) {}
