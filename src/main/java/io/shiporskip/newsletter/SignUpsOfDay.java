package io.shiporskip.newsletter;

import java.time.LocalDate;

/**
 * How many asked for the weekly e-mail on a day, confirmed or not, whatever became of them since.
 *
 * @param on the day (UTC)
 * @param signUps how many
 */
public record SignUpsOfDay(LocalDate on, long signUps) {}
