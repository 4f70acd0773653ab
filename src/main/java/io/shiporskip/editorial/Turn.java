package io.shiporskip.editorial;

import java.util.UUID;

/**
 * One save of one page.
 *
 * @param writer the page that was opened
 * @param number grows with each save of the page; 0 where the page does not count
 */
public record Turn(UUID writer, long number) {}
