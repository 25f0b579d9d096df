package org.attune.ui.review;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.attune.AttuneException;

/**
 * Does what takes long beside the EDT, one thing after the other, and brings back to it what came
 * of it in words. Confined to the EDT but for the work itself.
 */
final class ReviewWork implements AutoCloseable {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(this::thread);
    private final Consumer<String> foot;
    private final String failed;

    /**
     * @param failed what is said when the program itself failed
     */
    ReviewWork(Consumer<String> foot, String failed) {
        this.foot = foot;
        this.failed = failed;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "attune-review");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (dead, why) -> SwingUtilities.invokeLater(() -> foot.accept(failed)));
        return thread;
    }

    /** Does something and hands on what was done, or why it could not be. */
    void ask(Supplier<String> action, Consumer<String> answer) {
        worker.execute(
                () -> {
                    String said;
                    try {
                        said = action.get();
                    } catch (AttuneException | IllegalArgumentException refused) {
                        said = String.valueOf(refused.getMessage());
                    }
                    String line = said;
                    SwingUtilities.invokeLater(() -> answer.accept(line));
                });
    }

    /** Waits until all that was asked is done; nothing more is taken on. Not on the EDT. */
    void finish() throws InterruptedException {
        worker.shutdown();
        while (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
            // A session that is played back is watched to its end.
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
