package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneException;
import org.attune.config.AttuneSettings;
import org.attune.live.HeldMoments;
import org.attune.live.LiveSession;
import org.attune.pipeline.PipelineSettings;
import org.attune.regulation.Background;
import org.attune.regulation.BaselineRules;
import org.attune.sensor.SensorDescription;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Role;
import org.attune.session.Session;
import org.attune.ui.BeforeFacts;
import org.attune.ui.PrepareCommands;
import org.jspecify.annotations.Nullable;

/**
 * What may still be chosen before a session begins: who is here, whether anything is recorded, what
 * they are judged against. The session runs already, held in memory; nothing of it is written
 * before the therapist begins, and nothing at all when it is to be live only. Commands come from
 * the EDT and are carried out one after the other on a thread of their own, for the vault is on a
 * disk.
 */
final class Preparation implements PrepareCommands, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Preparation.class.getName());
    private static final String EARLIER = "earlier";

    private final AttuneSettings settings;
    private final Map<String, PipelineSettings> profiles;
    private final RecordingDesk desk;
    private final Map<LaneId, SensorDescription> sensors;
    private final Set<LaneId> bound;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(body -> new Thread(body, "attune-before"));

    // Confined to the worker once the session runs.
    private Map<LaneId, ClientCode> codes;
    private List<String> flags;
    private List<String> baselines;
    private boolean liveOnlyToday;
    private boolean begun;
    private @Nullable Running running;

    /** The session that is held. */
    private record Running(LiveSession live, HeldMoments held, Session session, Display display) {}

    /**
     * @param sensors of the session, by lane
     * @param bound the lanes whose sensor was named
     * @param codes of those who were named, by lane
     * @param flags as the command line said them
     * @param baselines as the command line said them
     */
    Preparation(
            AttuneSettings settings,
            Map<String, PipelineSettings> profiles,
            RecordingDesk desk,
            Map<LaneId, SensorDescription> sensors,
            Set<LaneId> bound,
            Map<LaneId, ClientCode> codes,
            List<String> flags,
            List<String> baselines) {
        this.settings = settings;
        this.profiles = profiles;
        this.desk = desk;
        this.sensors = new LinkedHashMap<>(sensors);
        this.bound = Set.copyOf(bound);
        this.codes = new LinkedHashMap<>(codes);
        this.flags = List.copyOf(flags);
        this.baselines = List.copyOf(baselines);
    }

    /** The session runs, held, and is shown there. */
    void attach(LiveSession live, HeldMoments held, Session session, Display display) {
        running = new Running(live, held, session, display);
        display.prepare(this, facts());
    }

    /** What is known now. */
    BeforeFacts facts() {
        List<BeforeFacts.Person> people = new ArrayList<>();
        KnownPeople known = new KnownPeople(desk);
        for (LaneId lane : sensors.keySet()) {
            if (lane.role() != Role.THERAPIST) {
                Optional<ClientCode> code = Optional.ofNullable(codes.get(lane));
                people.add(known.person(lane, code, bound.contains(lane), earlier(lane)));
            }
        }
        BaselineRules baseline = settings.pipeline().regulation().baseline();
        return new BeforeFacts(
                people,
                liveOnlyToday,
                people.size() == 1 ? known.others(codes.get(LaneId.CLIENT)) : List.of(),
                baseline.settleSeconds(),
                baseline.learnSeconds());
    }

    /** The range of earlier sessions, where it may be used. */
    private Optional<BeforeFacts.Earlier> earlier(LaneId lane) {
        if (KnownPeople.band(desk, lane).isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<LaneId, Background> unused = backgrounds(judgedBy(lane, EARLIER));
        } catch (AttuneException mayNotBeUsed) {
            return Optional.empty();
        }
        boolean used = isJudgedByEarlier(lane);
        return KnownPeople.band(desk, lane).map(day -> new BeforeFacts.Earlier(day, used));
    }

    /** Named for that lane, or for the client where no lane was named. */
    private boolean isJudgedByEarlier(LaneId lane) {
        return baselines.contains(lane + "=" + EARLIER)
                || (lane.equals(LaneId.CLIENT) && baselines.contains(EARLIER));
    }

    private static List<String> judgedBy(LaneId lane, String which) {
        return List.of(lane + "=" + which);
    }

    private Map<LaneId, Background> backgrounds(List<String> judged) {
        return new KnownBefore(flags, judged).backgrounds(sensors, desk.kept());
    }

    @Override
    public void begin() {
        later(
                session -> {
                    begun = true;
                    if (liveOnlyToday) {
                        desk.nothingToday();
                        session.held().drop();
                    } else {
                        session.held()
                                .release(desk.begin(session.session(), settings), desk::awaitRoom);
                    }
                });
    }

    @Override
    public void liveOnly() {
        later(
                session -> {
                    liveOnlyToday = !liveOnlyToday;
                    session.display().know(facts());
                });
    }

    @Override
    public void earlierRange() {
        later(
                session -> {
                    LaneId lane = sensors.keySet().iterator().next();
                    baselines = judgedBy(lane, isJudgedByEarlier(lane) ? "today" : EARLIER);
                    renew(session);
                });
    }

    @Override
    public void someoneElse(String code) {
        later(
                session -> {
                    codes = new LinkedHashMap<>();
                    if (!code.isEmpty()) {
                        codes.put(LaneId.CLIENT, new ClientCode(code));
                    }
                    desk.choose(codes);
                    // What was said on the command line was said of somebody else.
                    flags = List.of();
                    baselines = List.of();
                    liveOnlyToday = false;
                    renew(session);
                });
    }

    private void renew(Running before) {
        List<Participant> people = new ArrayList<>();
        for (LaneId lane : sensors.keySet()) {
            ClientCode unnamed = new ClientCode(lane.value());
            people.add(new Participant(lane, codes.getOrDefault(lane, unnamed)));
        }
        Session old = before.session();
        Session fresh =
                new Session(
                        old.id(),
                        people,
                        old.startedAt(),
                        old.settingsFingerprint(),
                        old.pipelineVersion());
        running = new Running(before.live(), before.held(), fresh, before.display());
        before.live()
                .renew(
                        fresh,
                        Wiring.pipeline(
                                List.copyOf(sensors.keySet()),
                                settings.pipeline(),
                                Optional.empty(),
                                profiles),
                        backgrounds(baselines),
                        before.held());
        before.display().know(facts());
    }

    /** What is to be done, on the worker. */
    private interface Work {
        void on(Running session) throws InterruptedException;
    }

    private void later(Work work) {
        worker.execute(
                () -> {
                    Running now = running;
                    if (now == null || begun) {
                        return;
                    }
                    try {
                        work.on(now);
                    } catch (AttuneException refused) {
                        LOG.log(System.Logger.Level.WARNING, refused.getMessage());
                        if (begun) { // It goes on, and says of itself that nothing is recorded.
                            now.held().drop();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /** Waits until what was asked for is done; what is still held is let go. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "what was held could not be written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
