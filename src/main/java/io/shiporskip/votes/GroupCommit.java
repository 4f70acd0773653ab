package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Writes what arrives at the same time together: while one batch is being committed, the next one gathers. Whoever submits
 * something is answered only after the batch with it was written. One thread writes; under no load a batch has one element
 * and nobody waits for company (group commit, DeWitt et al., "Implementation techniques for main memory database systems",
 * 1984, section 5.2).
 *
 * @param <W> what is written
 * @param <R> the answer to it
 */
final class GroupCommit<W, R> implements AutoCloseable {

    private final Function<List<W>, ? extends List<? extends @Nullable R>> write;
    private final Function<W, Object> subject;
    private final int most;
    private final BlockingQueue<Pending<W, R>> arrived = new LinkedBlockingQueue<>();
    private final Deque<Pending<W, R>> putOff = new ArrayDeque<>();
    private final Thread writer;
    private volatile boolean closed;

    /**
     * @param name of the writing thread
     * @param most how much is written at once
     * @param subject what an element is about: a batch has one element about a thing, and the next one goes into the next batch
     * @param write writes a batch and gives the answers in its order; null for one that cannot be written now, which goes into
     *            the next batch for as long as somebody waits for it
     */
    GroupCommit(String name, int most, Function<W, Object> subject,
            Function<List<W>, ? extends List<? extends @Nullable R>> write) {
        this.most = most;
        this.subject = subject;
        this.write = write;
        this.writer = Thread.ofPlatform().name(name).daemon().start(this::writeOn);
    }

    private record Pending<W, R>(W work, CompletableFuture<R> answer) {}

    /**
     * The answer to one element, which is complete after it was written. Where its batch failed, so does the answer, and it
     * may have been written or not.
     */
    CompletableFuture<R> submit(W work) {
        Pending<W, R> pending = new Pending<>(work, new CompletableFuture<>());
        arrived.add(pending);
        if (closed) {
            refuse(arrived);
        }
        return pending.answer();
    }

    /** Finishes what is being written, and cancels the rest. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuse(arrived);
    }

    private void writeOn() {
        while (!closed) {
            try {
                write(nextBatch());
            } catch (InterruptedException _) {
                // Somebody closes; the loop looks.
            }
        }
        refuse(putOff);
    }

    private List<Pending<W, R>> nextBatch() throws InterruptedException {
        if (putOff.isEmpty()) {
            putOff.add(arrived.take());
        }
        arrived.drainTo(putOff);
        List<Pending<W, R>> batch = new ArrayList<>();
        List<Pending<W, R>> later = new ArrayList<>();
        Set<Object> subjects = new HashSet<>();
        while (!putOff.isEmpty() && batch.size() < most) {
            Pending<W, R> pending = putOff.poll();
            if (pending.answer().isDone()) {
                // Who gave up may have asked again elsewhere since, and must not be overtaken by the older wish.
                continue;
            }
            (subjects.add(subject.apply(pending.work())) ? batch : later).add(pending);
        }
        later.reversed().forEach(putOff::addFirst);
        return batch;
    }

    private void write(List<Pending<W, R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<? extends @Nullable R> answers = write.apply(batch.stream().map(Pending::work).toList());
            // From the end on, so that what is put back keeps its order, before all that is younger.
            for (int i = batch.size() - 1; i >= 0; i--) {
                R answer = answers.get(i);
                if (answer == null) {
                    putOff.addFirst(batch.get(i));
                } else {
                    batch.get(i).answer().complete(answer);
                }
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(pending -> pending.answer().completeExceptionally(failure));
            failWaiting(failure);
        }
    }

    /** What waited while a batch failed would only wait for the same failure again, and longer than a reader does. */
    private void failWaiting(Throwable failure) {
        List<Pending<W, R>> waiting = new ArrayList<>(putOff);
        putOff.clear();
        arrived.drainTo(waiting);
        waiting.forEach(pending -> pending.answer().completeExceptionally(failure));
    }

    private static <W, R> void refuse(Iterable<Pending<W, R>> left) {
        left.forEach(pending -> pending.answer().cancel(false));
    }
}
