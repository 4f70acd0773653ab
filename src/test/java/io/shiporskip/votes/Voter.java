package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** A browser that votes and keeps the cookie that it got. */
final class Voter {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private volatile @Nullable String cookie;

    Voter(HttpClient client) {
        this.client = client;
    }

    /** Votes, and gives the status of the answer. */
    int vote(URI site, String tool, Choice choice, boolean htmx) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve("/tools/" + tool + "/vote"))
                .timeout(PATIENCE).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("choice=" + choice.word()));
        if (htmx) {
            request.header("HX-Request", "true");
        }
        String known = cookie;
        if (known != null) {
            request.header("Cookie", known);
        }
        HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        return answer.statusCode();
    }

    /** The visitor's number, as the cookie says it in its first 16 bytes. */
    UUID id() {
        String known = cookie;
        if (known == null) {
            throw new IllegalStateException("no cookie yet");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(known.substring(known.indexOf('=') + 1)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
