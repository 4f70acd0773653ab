package io.shiporskip.site;

/** An address sets more tools side by side than a comparison takes. */
final class TooManyTools extends RuntimeException {}
