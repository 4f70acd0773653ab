package io.shiporskip.votes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class GroupCommitTests {

    @Test
    void aWishWhoseSenderGaveUpBeforeItsTurnIsNotWrittenLater() throws Exception {
        List<String> written = new CopyOnWriteArrayList<>();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (GroupCommit<String, String> group = new GroupCommit<>("test", 10, word -> word, batch -> {
            writing.countDown();
            awaitQuietly(goOn);
            written.addAll(batch);
            return batch;
        })) {
            CompletableFuture<String> first = group.submit("first");
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<String> givenUp = group.submit("given up");
            CompletableFuture<String> last = group.submit("last");
            givenUp.cancel(false);
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo("last");
            assertThat(written).containsExactly("first", "last");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
