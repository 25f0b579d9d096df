package org.attune.sensor.ble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What may befall a strap, the adapter, the Bluetooth service or the bus in a long session. Each
 * fault begins and ends; afterwards the strap is able to send again.
 */
enum ChaosFault {
    DROP(Scope.STRAP, "drop", ""),
    DROPS_IN_A_ROW(Scope.STRAP, "", "drop") {
        @Override
        void begin(ChaosSession session, String strap, Random random) {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                session.rig.command(strap + "drop");
                pause(random.nextInt(400));
            }
        }
    },
    OUT_OF_REACH(Scope.STRAP, "hide;drop", "show"),
    HELD_BY_ANOTHER(Scope.STRAP, "failconnect 1000;drop", "failconnect 0"),
    CONNECTING_FAILS(Scope.STRAP, "failconnect 2;drop", ""),
    SILENT(Scope.STRAP, "pause", "resume"),
    SILENT_UNTIL_ASKED(Scope.STRAP, "mute asked", ""),
    SILENT_UNTIL_LINKED(Scope.STRAP, "mute linked", ""),
    CONTACT_LOST(Scope.STRAP, "contact off", "contact on"),
    CONTACT_NOT_SUPPORTED(Scope.STRAP, "contact none", "contact on"),
    CONTACT_BIT_WITHOUT_SUPPORT(Scope.STRAP, "contact odd", "contact on"),
    NO_INTERVALS(Scope.STRAP, "rr off", "rr on"),
    BATCHED(Scope.STRAP, "batch 4", "batch 1"),
    BY_THE_SECOND(Scope.STRAP, "every 170", "every beat"),
    LATE_IN_A_BURST(Scope.STRAP, "mangle late 4", ""),
    DUPLICATED(Scope.STRAP, "mangle dup 3", ""),
    LOST_ONE(Scope.STRAP, "mangle lose 1", ""),
    LOST_SEVERAL(Scope.STRAP, "mangle lose 5", ""),
    ODD_LENGTH(Scope.STRAP, "mangle odd 3", ""),
    EMPTY(Scope.STRAP, "mangle empty 3", ""),
    SHORT(Scope.STRAP, "mangle short 2", ""),
    CUT(Scope.STRAP, "mangle cut 2", ""),
    RR_ZERO(Scope.STRAP, "mangle zero 2", ""),
    RR_65535(Scope.STRAP, "mangle ffff 2", ""),
    RATE_WITHOUT_RR(Scope.STRAP, "mangle norr 3", ""),
    RR_WITHOUT_RATE(Scope.STRAP, "mangle nohr 2", ""),
    ABSURD_RATE(Scope.STRAP, "mangle absurd 2", ""),
    WIDE_WITH_ENERGY(Scope.STRAP, "mangle wide 3", ""),
    NOISE(Scope.STRAP, "mangle noise 3", ""),
    /** The links survive; what the straps sent meanwhile, they sent to nobody. */
    SUSPENDED(Scope.ALL, "", "") {
        @Override
        void begin(ChaosSession session, String strap, Random random) {
            session.rig.command("mangle lose " + (1 + random.nextInt(3)));
            session.sleep(2 + random.nextInt(8));
        }
    },
    SERVICE_RESTARTED(Scope.ALL, "", "") {
        @Override
        void begin(ChaosSession session, String strap, Random random) {
            LightRig rig = session.rig;
            long before = rig.count("RESTARTED");
            rig.command("restart " + (200 + random.nextInt(1_300)));
            rig.await("the service to return", () -> rig.count("RESTARTED") > before);
        }
    },
    ADAPTER_OFF(Scope.ALL, "powered off", "powered on"),
    ADAPTER_UNPLUGGED(Scope.ALL, "unplug", "plug"),
    SERVICE_STALLED(Scope.ALL, "", "") {
        @Override
        void begin(ChaosSession session, String strap, Random random) {
            session.rig.stallService(true);
        }

        @Override
        void end(ChaosSession session, String strap) {
            session.rig.stallService(false);
        }
    },
    BUS_STALLED(Scope.ALL, "", "") {
        @Override
        void begin(ChaosSession session, String strap, Random random) {
            session.rig.stallBus(true);
        }

        @Override
        void end(ChaosSession session, String strap) {
            session.rig.stallBus(false);
        }
    },
    BUS_GONE(Scope.ALL, "", "") {
        @Override
        void begin(ChaosSession session, String strap, Random random) {
            session.rig.stopBus();
        }

        @Override
        void end(ChaosSession session, String strap) {
            try {
                session.rig.startBus();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** Whom it befalls. */
    enum Scope {
        STRAP,
        ALL
    }

    private final Scope scope;
    private final String begin;
    private final String end;

    ChaosFault(Scope scope, String begin, String end) {
        this.scope = scope;
        this.begin = begin;
        this.end = end;
    }

    boolean befallsAll() {
        return scope == Scope.ALL;
    }

    /** Whether what was sent meanwhile arrives late, all at once. */
    boolean delays() {
        return this == BUS_STALLED || this == SERVICE_STALLED;
    }

    /**
     * @param strap {@code 1:} or {@code 2:}; of no meaning when it befalls all
     */
    void begin(ChaosSession session, String strap, Random random) {
        tell(session.rig, strap, begin);
    }

    void end(ChaosSession session, String strap) {
        tell(session.rig, strap, end);
    }

    private void tell(LightRig rig, String strap, String commands) {
        for (String command : commands.split(";", -1)) {
            if (!command.isEmpty()) {
                rig.command(befallsAll() ? command : strap + command);
            }
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
