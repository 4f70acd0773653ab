package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class GroupCommitTests {

    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayWrite = new Semaphore(0);

    @Test
    void nobodyWaitsForCompany() {
        mayWrite.release(1);
        try (GroupCommit<String, String> commit = commit(10)) {
            assertThat(commit.submit("a").join()).isEqualTo("A");
        }
        assertThat(batches).containsExactly(List.of("a"));
    }

    @Test
    void whatArrivesDuringAWriteIsWrittenTogether() throws InterruptedException {
        try (GroupCommit<String, String> commit = commit(10)) {
            CompletableFuture<String> first = commit.submit("a");
            begun.acquire();
            List<CompletableFuture<String>> others = List.of(commit.submit("b"), commit.submit("c"),
                    commit.submit("d"));
            assertThat(first).isNotDone();
            mayWrite.release(2);

            assertThat(others).extracting(CompletableFuture::join).containsExactly("B", "C", "D");
        }
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void aBatchHasAtMostSoMany() throws InterruptedException {
        try (GroupCommit<String, String> commit = commit(2)) {
            CompletableFuture<String> first = commit.submit("a");
            begun.acquire();
            List<CompletableFuture<String>> others = List.of(commit.submit("b"), commit.submit("c"),
                    commit.submit("d"));
            mayWrite.release(3);
            first.join();
            others.forEach(CompletableFuture::join);
        }
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }

    @Test
    void twoAboutTheSameAreWrittenOneAfterTheOther() throws InterruptedException {
        try (GroupCommit<String, String> commit = commit(10)) {
            CompletableFuture<String> first = commit.submit("a");
            begun.acquire();
            List<CompletableFuture<String>> others = List.of(commit.submit("b1"), commit.submit("b2"),
                    commit.submit("c1"), commit.submit("b3"));
            mayWrite.release(9);
            first.join();
            others.forEach(CompletableFuture::join);
        }
        assertThat(batches).containsExactly(List.of("a"), List.of("b1", "c1"), List.of("b2"), List.of("b3"));
    }

    @Test
    void aFailedWriteFailsAllOfItsBatchAndThoseWhoWaitedAndNobodyElse() throws InterruptedException {
        try (GroupCommit<String, String> commit = commit(2)) {
            CompletableFuture<String> failing = commit.submit("fail");
            begun.acquire();
            List<CompletableFuture<String>> waiting = List.of(commit.submit("b"), commit.submit("c"),
                    commit.submit("d"));
            mayWrite.release(1);

            assertThatExceptionOfType(CompletionException.class).isThrownBy(failing::join)
                    .withCauseInstanceOf(IllegalStateException.class);
            assertThat(waiting).allSatisfy(answer -> assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(answer::join));

            mayWrite.release(1);
            assertThat(commit.submit("later").join()).isEqualTo("LATER");
        }
    }

    @Test
    void whatSomebodyHasGivenUpBeforeItsTurnIsNotWrittenLater() throws InterruptedException {
        try (GroupCommit<String, String> commit = commit(10)) {
            CompletableFuture<String> first = commit.submit("a");
            begun.acquire();
            CompletableFuture<String> givenUp = commit.submit("b");
            CompletableFuture<String> last = commit.submit("c");
            givenUp.cancel(false);
            mayWrite.release(2);
            first.join();
            last.join();
        }
        assertThat(batches).containsExactly(List.of("a"), List.of("c"));
    }

    @Test
    void closingFinishesTheWriteAndRefusesWhatComesAfter() throws InterruptedException {
        GroupCommit<String, String> commit = commit(1);
        CompletableFuture<String> first = commit.submit("a");
        begun.acquire();
        CompletableFuture<String> waiting = commit.submit("b");
        mayWrite.release(2);
        commit.close();

        assertThat(first.join()).isEqualTo("A");
        assertThat(waiting).isDone();
        assertThat(commit.submit("c")).isCompletedExceptionally();
    }

    @Test
    void underManyHandsEachGetsItsOwnAnswer() throws InterruptedException {
        List<Integer> wrong = new CopyOnWriteArrayList<>();
        Function<List<Integer>, List<Integer>> twice = works -> works.stream().map(work -> work * 2).toList();
        try (GroupCommit<Integer, Integer> commit = new GroupCommit<>("test", 7, work -> work % 50, twice)) {
            CountDownLatch done = new CountDownLatch(16);
            List<Thread> threads = new ArrayList<>();
            for (int hand = 0; hand < 16; hand++) {
                int offset = hand * 1000;
                threads.add(Thread.ofVirtual().start(() -> {
                    IntStream.range(offset, offset + 500).filter(work -> commit.submit(work).join() != work * 2)
                            .forEach(wrong::add);
                    done.countDown();
                }));
            }
            done.await();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatCannotBeWrittenNowIsWrittenLaterAndKeepsNobodyBack() {
        AtomicBoolean locked = new AtomicBoolean(true);
        Function<List<String>, List<@Nullable String>> write = batch -> {
            List<@Nullable String> answers = new ArrayList<>();
            batch.forEach(work -> answers.add(work.startsWith("b") && locked.get() ? null : work));
            return answers;
        };
        List<String> order = new CopyOnWriteArrayList<>();
        try (GroupCommit<String, String> commit = new GroupCommit<>("test", 10, work -> work.substring(0, 1), write)) {
            CompletableFuture<Void> first = commit.submit("b1").thenAccept(order::add);
            CompletableFuture<String> givenUp = commit.submit("b2");
            CompletableFuture<Void> last = commit.submit("b3").thenAccept(order::add);
            assertThat(commit.submit("c").join()).isEqualTo("c");
            assertThat(first).isNotDone();
            givenUp.cancel(false);
            locked.set(false);
            CompletableFuture.allOf(first, last).join();
        }
        assertThat(order).containsExactly("b1", "b3");
    }

    private GroupCommit<String, String> commit(int most) {
        return new GroupCommit<>("test", most, work -> work.substring(0, 1), batch -> {
            begun.release();
            batches.add(batch);
            mayWrite.acquireUninterruptibly();
            if (batch.contains("fail")) {
                throw new IllegalStateException("refused");
            }
            return batch.stream().map(work -> work.toUpperCase(Locale.ROOT)).toList();
        });
    }
}
