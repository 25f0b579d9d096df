package org.attune.sensor.serial;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code protocol=auto}: tries every protocol on what the device says, until one is proven. What
 * was heard until then is not told, so that no beat is attributed to a protocol that turns out to
 * be another; from then on the sensor is that protocol, until the port is opened anew.
 *
 * <p>When five seconds of listening prove none, it says what it saw, tries the next line speed (if
 * none was named) and begins afresh. Confined to the thread that reads.
 */
final class Recognition implements Conversation {
    private static final System.Logger LOG = System.getLogger(Recognition.class.getName());
    private static final List<Integer> USUAL_BAUDS = List.of(115_200, 9_600);
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final int SAY_AGAIN_EVERY = 12;

    private final String portAddress;
    private final List<Integer> bauds;
    private final SensorDescription description;
    private final SeenBytes seen = new SeenBytes();
    private List<Candidate> candidates = List.of();
    private @Nullable StreamDecoder recognised;
    private SessionTime since = SessionTime.ZERO;
    private int baudIndex;
    private int failures;

    /**
     * @param portAddress how the port is addressed, without options
     * @param baud the speed that was named, or 0
     * @param address as addressed, with options
     */
    Recognition(String portAddress, int baud, String address) {
        this.portAddress = portAddress;
        this.bauds = baud == 0 ? USUAL_BAUDS : List.of(baud);
        this.description =
                new SensorDescription("serial sensor", address, SourceClass.UNKNOWN, Set.of());
    }

    @Override
    public SensorDescription description() {
        return description;
    }

    @Override
    public int baud() {
        return bauds.get(baudIndex);
    }

    @Override
    public void opened(SessionTime at, Consumer<SensorEvent> heard) {
        failures = 0;
        beginAfresh(at);
    }

    private void beginAfresh(SessionTime at) {
        recognised = null;
        since = at;
        seen.clear();
        List<Candidate> all = new ArrayList<>();
        for (SerialProtocol protocol : SerialProtocol.values()) {
            String options = "?protocol=" + protocol.id() + "&baud=" + baud();
            all.add(new Candidate(protocol, portAddress + options));
        }
        candidates = all;
    }

    @Override
    public void take(byte[] bytes, int length, SessionTime at, Consumer<SensorEvent> heard) {
        if (recognised != null) {
            recognised.take(bytes, length, at, heard);
            return;
        }
        if (seen.isNothing()) {
            since = at; // a board that was reset on opening needs two seconds to speak
        }
        for (int i = 0; i < length; i++) {
            seen.add(bytes[i]);
            for (Candidate candidate : candidates) {
                candidate.take(bytes[i], at);
                if (candidate.isProven()) {
                    decide(candidate, at, heard);
                    byte[] rest = Arrays.copyOfRange(bytes, i + 1, length);
                    candidate.decoder().take(rest, rest.length, at, heard);
                    return;
                }
            }
        }
        giveUpWhenTimeIsOver(at, heard);
    }

    private void decide(Candidate winner, SessionTime at, Consumer<SensorEvent> heard) {
        LOG.log(
                Level.INFO,
                "{0} speaks {1} at {2} baud",
                portAddress,
                winner.protocol().id(),
                String.valueOf(baud()));
        recognised = winner.decoder();
        candidates = List.of();
        winner.introduce(at, heard);
    }

    @Override
    public void nothing(SessionTime at, Consumer<SensorEvent> heard) {
        if (recognised == null) {
            giveUpWhenTimeIsOver(at, heard);
        }
    }

    private void giveUpWhenTimeIsOver(SessionTime at, Consumer<SensorEvent> heard) {
        if (at.nanos() - since.nanos() < PATIENCE_NANOS) {
            return;
        }
        int next = (baudIndex + 1) % bauds.size();
        if (failures < bauds.size() || failures % SAY_AGAIN_EVERY == 0) {
            String saw = whatWasSeen(bauds.get(next));
            LOG.log(Level.WARNING, "{0} is not recognised: {1}", portAddress, saw);
            heard.accept(new SensorEvent.LinkLost(at, saw));
        }
        failures++;
        baudIndex = next;
        beginAfresh(at);
    }

    private String whatWasSeen(int next) {
        String saw = baud() + " baud: " + seen.inWords();
        if (candidates.stream().anyMatch(Candidate::isNumbersAtAnotherPace)) {
            return saw + "; numbers, but not at the pace of a heart: samples are no intervals";
        }
        if (next != baud()) {
            return saw + "; trying " + next;
        }
        if (seen.isNothing()) {
            return saw + "; is it switched on, and is this its port?";
        }
        return saw
                + (seen.isNoise()
                        ? "; try baud=" + (baud() == 9_600 ? 115_200 : 9_600)
                        : "; none of " + SerialProtocol.known());
    }
}
