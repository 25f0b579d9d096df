package org.attune.ui;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.attune.AttuneException;

/**
 * Does what takes long beside the EDT, one thing after the other, and brings the result back to it.
 * Confined to the EDT but for the work itself.
 */
public final class BackgroundWork implements AutoCloseable {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(this::thread);
    private final String name;
    private final Consumer<String> foot;
    private final String failed;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param name of the thread
     * @param foot where it is said that something is under way, was done, or failed
     * @param failed what is said when the program itself failed
     */
    public BackgroundWork(String name, Consumer<String> foot, String failed) {
        this.name = name;
        this.foot = foot;
        this.failed = failed;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, why) -> tell(failed));
        return thread;
    }

    private void tell(String line) {
        SwingUtilities.invokeLater(() -> foot.accept(line));
    }

    /** Whether anything that was asked for is not done yet. */
    public boolean isBusy() {
        return underWay.get() > 0;
    }

    /** Has something done of which there is nothing to tell unless it fails. */
    public void ask(Runnable task) {
        ask(
                () -> {
                    task.run();
                    return true;
                },
                done -> {});
    }

    /** Asks for something and hands it on; what failed is told at the foot. */
    public <T> void ask(Supplier<T> question, Consumer<T> answer) {
        ask(question, answer, foot);
    }

    /** Asks for something and hands it on, or the line that says why there is no answer. */
    public <T> void ask(Supplier<T> question, Consumer<T> answer, Consumer<String> refusal) {
        underWay.incrementAndGet();
        worker.execute(
                () -> {
                    try {
                        T result = question.get();
                        SwingUtilities.invokeLater(() -> answer.accept(result));
                    } catch (AttuneException | IllegalArgumentException refused) {
                        String line = String.valueOf(refused.getMessage());
                        SwingUtilities.invokeLater(() -> refusal.accept(line));
                    } finally {
                        underWay.decrementAndGet();
                    }
                });
    }

    /** Does something and says at the foot what was done; then {@code after}. */
    public void act(String underWay, Supplier<String> action, Runnable after) {
        foot.accept(underWay);
        ask(
                action,
                done -> {
                    foot.accept(done);
                    after.run();
                });
    }

    /** Waits until all that was asked is done; nothing more is taken on. Not on the EDT. */
    public void finish() throws InterruptedException {
        worker.shutdown();
        while (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
            // A backup may take its time, and half of one is worth nothing; a session that is
            // played back is watched to its end.
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
