package io.shiporskip.visitors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes the cookies of visitors 1 to n with the site's own seal, one to a line; their numbers stand in their ids. */
final class VisitorCookies {

    private VisitorCookies() {}

    /** @param arguments a key of the site, how many visitors, and the file to write */
    public static void main(String[] arguments) throws IOException {
        VisitorSeal seal = new VisitorSeal(List.of(arguments[0]));
        Files.write(Path.of(arguments[2]), IntStream.rangeClosed(1, Integer.parseInt(arguments[1]))
                .mapToObj(n -> seal.seal(new Visitor(new UUID(0x4000, 0x8000_0000_0000_0000L | n)))).toList(),
                StandardCharsets.US_ASCII);
    }
}
