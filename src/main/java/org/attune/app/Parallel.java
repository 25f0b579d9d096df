package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work on other processors. */
final class Parallel {
    private Parallel() {}

    /**
     * Begins {@code work}, which must be safe on any thread, beside the caller's own.
     *
     * @return waits for what it makes, or throws what it threw
     */
    static <T> Supplier<T> beside(Supplier<T> work) {
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(work);
        return () -> {
            try {
                return begun.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }

    /**
     * In the order of the things: what {@code work}, which must be safe on any thread, makes of
     * each.
     */
    static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<R>> tasks = new ArrayList<>();
            things.forEach(thing -> tasks.add(() -> work.apply(thing)));
            List<R> results = new ArrayList<>();
            for (Future<R> each : workers.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted: run it again");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a worker failed", e);
        } finally {
            workers.shutdownNow();
        }
    }
}
