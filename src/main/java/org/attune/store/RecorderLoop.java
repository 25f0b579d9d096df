package org.attune.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.attune.pipeline.Moment;
import org.attune.time.SessionTime;
import org.attune.time.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * The body of the thread {@code attune-recorder}: takes moments from the queue, commits once a
 * second, and closes the streams at the end. What the disk refuses is kept and tried again. All
 * state is confined to that thread.
 */
final class RecorderLoop implements Runnable {
    /** Wakes the loop; says nothing. */
    static final Item WAKE =
            new Item(-1, new StreamCodec.Entry(0, 0, new Moment.Ended(SessionTime.ZERO)));

    private static final Logger LOG = System.getLogger(RecorderLoop.class.getName());
    private static final int BUSY_MILLIS = 1_000;
    private static final int RETRY_MILLIS = 100;

    private final Database database;
    private final Erasure erasure;
    private final KeepingStore keeping;
    private final AuditLog audit;
    private final List<LaneWriter> writers;
    private final BlockingQueue<Item> queue;
    private final RecorderGate gate;
    private final RecorderPace pace;
    private final Ticker ticker;
    private final Consumer<RecorderStatus> onChange;
    private final LongConsumer onCommit;
    private final List<LaneWriter.Row> rows = new ArrayList<>();
    private final boolean[] erased;
    private @Nullable Connection connection;
    private RecorderStatus announced;
    private long heldBytes;
    private long dropped;
    private long attributed;
    private long lastOrder = -1;

    /** A moment on its way to its lane's stream. */
    record Item(int lane, StreamCodec.Entry entry) {}

    RecorderLoop(
            VaultParts vault,
            List<LaneWriter> writers,
            BlockingQueue<Item> queue,
            RecorderGate gate,
            RecorderPace pace,
            Ticker ticker,
            Consumer<RecorderStatus> onChange,
            LongConsumer onCommit) {
        this.database = vault.data();
        this.erasure = vault.erasure();
        this.keeping = vault.keeping();
        this.audit = vault.audit();
        this.writers = writers;
        this.queue = queue;
        this.gate = gate;
        this.pace = pace;
        this.ticker = ticker;
        this.onChange = onChange;
        this.onCommit = onCommit;
        this.erased = new boolean[writers.size()];
        this.announced = gate.status();
    }

    @Override
    public void run() {
        try {
            recordUntilStopped();
            finish();
        } catch (InterruptedException e) {
            gate.fail("the disk took too long; the end of the recording is missing");
            LOG.log(Level.WARNING, "recorder stopped before all was written");
        } catch (Throwable bug) { // the thread's body: nothing above could tell anybody
            gate.fail("the recorder failed; nothing more is recorded");
            LOG.log(Level.ERROR, "recorder failed", bug);
        } finally {
            writers.forEach(LaneWriter::wipe);
            disconnect();
            announce();
        }
    }

    private void recordUntilStopped() throws InterruptedException {
        long every = pace.commitEvery().toNanos();
        long due = ticker.nanos() + every;
        while (true) {
            long wait = due - ticker.nanos();
            Item item = wait > 0 ? queue.poll(wait, TimeUnit.NANOSECONDS) : queue.poll();
            if (item != null && item.lane() >= 0) {
                take(item);
            } else {
                eraseWithdrawn();
                announce();
            }
            if (gate.stopping() && queue.isEmpty()) {
                return;
            }
            if (due - ticker.nanos() <= 0) {
                eraseWithdrawn();
                commit();
                announce();
                due = ticker.nanos() + every;
            }
        }
    }

    private void take(Item item) {
        StreamCodec.Entry entry = item.entry();
        lastOrder = entry.order();
        if (erased[item.lane()]) {
            return; // While it is only asked for, a legal hold may still keep what came before.
        }
        if (heldBytes > pace.heldBytes()) {
            dropped += 1 + entry.lostBefore();
            gate.lose(1);
            return;
        }
        long lostBefore = entry.lostBefore() + dropped;
        dropped = 0;
        attributed += lostBefore;
        writers.get(item.lane())
                .take(new StreamCodec.Entry(entry.order(), lostBefore, entry.moment()));
    }

    /** Seals what came and writes all that waits; keeps it when the disk does not take it. */
    private boolean commit() {
        for (int lane = 0; lane < writers.size(); lane++) {
            if (!isErased(lane)) {
                writers.get(lane).seal(rows);
            }
        }
        return write();
    }

    private boolean isErased(int lane) {
        return erased[lane] || gate.lane(lane) == RecorderGate.Lane.ERASED;
    }

    private boolean write() {
        // Whatever keeps a lane from being erased, nothing more of it goes to the disk.
        List<LaneWriter.Row> due =
                rows.stream().filter(row -> !isErased(row.stream().lane())).toList();
        if (due.isEmpty()) {
            return true;
        }
        try {
            Connection open = connected();
            Database.inTransaction(open, c -> StreamTable.write(c, due));
        } catch (SQLException e) {
            disconnect();
            heldBytes = rows.stream().mapToLong(row -> row.sealed().value().length).sum();
            gate.delay("not written yet: " + VaultException.reason(e));
            LOG.log(Level.WARNING, "recording delayed: " + VaultException.reason(e));
            return false;
        }
        rows.removeAll(due);
        heldBytes = 0;
        gate.delay("");
        onCommit.accept(lastOrder);
        return true;
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect(BUSY_MILLIS);
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "closing the recorder's connection: error " + e.getErrorCode());
        }
        connection = null;
    }

    /** Whether nothing is left to erase. */
    private boolean eraseWithdrawn() {
        boolean all = true;
        for (int lane = 0; lane < writers.size(); lane++) {
            if (gate.lane(lane) == RecorderGate.Lane.ERASED && !erased[lane]) {
                all &= erase(lane);
            }
        }
        return all;
    }

    private boolean erase(int lane) {
        LaneWriter writer = writers.get(lane);
        StreamRef stream = writer.stream();
        try {
            if (keeping.holds(stream.client())) {
                gate.hold(lane);
                return true;
            }
            rows.removeIf(row -> row.stream().equals(stream));
            erasure.stream(stream);
            writer.wipe();
            erased[lane] = true;
            gate.cannotErase("");
            gate.countErased();
            return true;
        } catch (VaultException e) {
            gate.cannotErase(
                    "withdrawn, not erased yet: "
                            + e.line()
                            + "; if this stays, erase session "
                            + stream.session()
                            + " by command afterwards");
            LOG.log(Level.WARNING, "erasing delayed");
            return false;
        }
    }

    private void finish() throws InterruptedException {
        long deadline = ticker.nanos() + pace.closeWithin().toNanos();
        boolean erasedAll = eraseWithdrawn();
        boolean wroteAll = commit();
        giveTrailingLossToFirstLane();
        for (int lane = 0; lane < writers.size(); lane++) {
            if (!isErased(lane)) {
                writers.get(lane).close(ending(gate.lane(lane)), rows);
            }
        }
        LOG.log(Level.DEBUG, "recorder ends: erased {0}, written {1}", erasedAll, wroteAll);
        boolean written = write();
        while (!eraseWithdrawn() || !written) {
            if (ticker.nanos() - deadline >= 0) {
                if (!written) {
                    gate.fail("the disk takes nothing; the end of the recording is missing");
                }
                return;
            }
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            written = write();
        }
        gate.close();
        boolean unused =
                audit.note(
                        AuditEvent.of(AuditEvent.Kind.RECORDING_ENDED)
                                .with("session", writers.get(0).stream().session())
                                .with("lost", gate.lost()));
    }

    private void giveTrailingLossToFirstLane() {
        for (int lane = 0; lane < writers.size(); lane++) {
            if (!erased[lane]) {
                writers.get(lane).loseAtEnd(gate.lost() - attributed);
                return;
            }
        }
    }

    private static StreamCodec.Ending ending(RecorderGate.Lane lane) {
        return switch (lane) {
            case EXPIRED -> StreamCodec.Ending.EXPIRED;
            case KEPT, ERASED -> StreamCodec.Ending.WITHDRAWN;
            default -> StreamCodec.Ending.CLOSED;
        };
    }

    private void announce() {
        RecorderStatus now = gate.status();
        if (!now.equals(announced)) {
            announced = now;
            onChange.accept(now);
        }
    }
}
