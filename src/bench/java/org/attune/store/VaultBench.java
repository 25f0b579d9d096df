package org.attune.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.attune.pipeline.Moment;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the vault costs: a second of four lanes sealed and on the disk; a practice of 2,000 sessions
 * opened and listed; an hour of one lane read back. The folder is where temporary files lie.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class VaultBench {
    private static final int SESSIONS = 2_000;
    private static final int HOUR = 3_600;
    private Path temp;
    private Path folder;
    private byte[] key;
    private Keyless vault;
    private Connection connection;
    private final List<LaneWriter> lanes = new ArrayList<>();
    private long second;

    /** A practice of some years: 2,000 short sessions of one, and an hour. */
    @Setup
    public void practice() throws IOException, SQLException {
        temp = Files.createTempDirectory("vault-bench");
        folder = temp.resolve("v");
        Desk.create(folder).close();
        key = Keyless.key(folder);
        vault = Keyless.open(folder, key);
        connection = vault.parts().data().connect(5_000);
        for (int i = 0; i < SESSIONS; i++) {
            write("s-" + i, 2);
        }
        write("hour", HOUR);
        Session four = session("four");
        for (int lane = 0; lane < four.participants().size(); lane++) {
            lanes.add(open(four, lane));
        }
        insert(lanes);
    }

    private static Session session(String id) {
        List<Participant> four = new ArrayList<>();
        for (String lane : List.of("client", "partner", "therapist", "client-2")) {
            four.add(new Participant(new LaneId(lane), new ClientCode("K-" + lane)));
        }
        return new Session(new SessionId(id), four, Desk.TEN_O_CLOCK, "f", "p");
    }

    private LaneWriter open(Session session, int lane) {
        Participant participant = session.participants().get(lane);
        String client = vault.parts().clients().ensure(participant.code());
        StreamRef ref = new StreamRef(session.id().value(), lane, client);
        return LaneWriter.open(vault.parts().keys(), ref, session, participant, Desk.SETTINGS, 60);
    }

    private void insert(List<LaneWriter> writers) throws SQLException {
        Database.inTransaction(
                connection,
                c -> {
                    for (LaneWriter writer : writers) {
                        StreamTable.insert(c, writer.stream(), writer.opening());
                    }
                    return writers;
                });
    }

    private void write(String id, int seconds) throws SQLException {
        LaneWriter writer = open(session(id), 0);
        insert(List.of(writer));
        List<LaneWriter.Row> rows = new ArrayList<>();
        long order = 0;
        for (int number = 0; number < seconds; number++) {
            for (Moment moment : Desk.second(LaneId.CLIENT, number)) {
                writer.take(new StreamCodec.Entry(order++, 0, moment));
            }
            writer.seal(rows);
        }
        writer.close(StreamCodec.Ending.CLOSED, rows);
        Database.inTransaction(connection, c -> StreamTable.write(c, rows));
    }

    /** Removes the practice. */
    @TearDown
    public void remove() throws IOException, SQLException {
        connection.close();
        vault.close();
        OwnerOnly.remove(temp);
    }

    /** A second of four lanes: sealed, committed, on the disk. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public int appendASecondOfFourLanes() throws SQLException {
        List<LaneWriter.Row> rows = new ArrayList<>();
        long order = second * 12;
        for (LaneWriter lane : lanes) {
            for (Moment moment : Desk.second(LaneId.CLIENT, second)) {
                lane.take(new StreamCodec.Entry(order++, 0, moment));
            }
            lane.seal(rows);
        }
        second++;
        return Database.inTransaction(connection, c -> StreamTable.write(c, rows));
    }

    /** Opening, without the derivation of the key from the passphrase. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public String open() {
        try (Keyless again = Keyless.open(folder, key)) {
            return again.parts().keys().vault();
        }
    }

    /** The list of all sessions. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int list() {
        return archive().sessions().size();
    }

    /** An hour of one lane, every seal checked. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int readAnHour() {
        return archive().read(new SessionId("hour")).orElseThrow().moments().size();
    }

    private SessionArchive archive() {
        return new SessionArchive(vault.parts().data(), vault.parts().keys(), Optional::empty);
    }
}
