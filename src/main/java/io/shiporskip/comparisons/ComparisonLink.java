package io.shiporskip.comparisons;

/**
 * A comparison that may interest a reader.
 *
 * @param path its address
 * @param title its tools: "A vs B"
 * @param answer what it says, in a few words
 */
public record ComparisonLink(String path, String title, String answer) {}
