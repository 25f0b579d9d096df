package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import org.attune.regulation.Reason;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;
import org.attune.signal.Signal;

/** The binary form of signals and of reasons. Stateless; any thread. */
final class SignalCodec {
    private static final int SHOWN = 1;
    private static final int WITHHELD = 2;
    private static final int SHOWN_WITH_FATE = 3;

    private SignalCodec() {}

    static ByteWriter write(ByteWriter out, Signal signal) {
        return signal.match(
                shown -> {
                    out.u8(SHOWN_WITH_FATE).name(shown.pace()).name(shown.cueFate());
                    return writeReasons(out, shown.because());
                },
                withheld -> writeReason(out.u8(WITHHELD), withheld.because()));
    }

    static Signal read(ByteReader in) {
        int tag = in.u8();
        if (tag == SHOWN) {
            Pace pace = in.name(Pace.class);
            CueFate fate = in.flag() ? CueFate.GIVEN : CueFate.NONE; // as older policies wrote it
            return new Signal.Shown(pace, fate, readReasons(in));
        }
        if (tag == SHOWN_WITH_FATE) {
            return new Signal.Shown(in.name(Pace.class), in.name(CueFate.class), readReasons(in));
        }
        if (tag == WITHHELD) {
            return new Signal.Withheld(readReason(in));
        }
        throw ByteReader.malformed("unknown kind of signal " + tag);
    }

    static ByteWriter writeReasons(ByteWriter out, List<Reason> reasons) {
        out.varint(reasons.size());
        reasons.forEach(reason -> writeReason(out, reason));
        return out;
    }

    private static ByteWriter writeReason(ByteWriter out, Reason reason) {
        return out.name(reason.code()).f64(reason.value());
    }

    static List<Reason> readReasons(ByteReader in) {
        int count = in.count(9);
        List<Reason> reasons = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reasons.add(readReason(in));
        }
        return reasons;
    }

    private static Reason readReason(ByteReader in) {
        return new Reason(in.name(Reason.Code.class), in.f64());
    }
}
