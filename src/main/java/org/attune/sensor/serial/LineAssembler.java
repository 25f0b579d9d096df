package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Cuts bytes into lines (LF, CR LF or CR) for a protocol. After a line that is too long or holds
 * other than printable ASCII it goes on at the next line end: so it always finds its way back, in
 * bounded memory. Confined to the thread that reads.
 */
final class LineAssembler implements StreamDecoder {
    static final int LONGEST_LINE = 240;

    private final LineProtocol protocol;
    private final StringBuilder line = new StringBuilder(LONGEST_LINE);
    private boolean spoilt;
    private boolean beforeFirstEnd;
    private int understoodInARow;

    LineAssembler(LineProtocol protocol) {
        this.protocol = protocol;
        this.beforeFirstEnd = protocol.mayBeginInMidLine();
    }

    @Override
    public void restart() {
        line.setLength(0);
        spoilt = false;
        understoodInARow = 0;
        beforeFirstEnd = protocol.mayBeginInMidLine();
        protocol.restart();
    }

    @Override
    public int understoodInARow() {
        return understoodInARow;
    }

    @Override
    public void take(byte[] bytes, int length, SessionTime at, Consumer<SensorEvent> heard) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                end(at, heard);
            } else if (line.length() == LONGEST_LINE || (b < ' ' && b != '\t') || b == 0x7F) {
                spoilt = true; // a byte above 127 is negative, and so is no text either
            } else {
                line.append((char) b);
            }
        }
    }

    private void end(SessionTime at, Consumer<SensorEvent> heard) {
        if (!beforeFirstEnd && spoilt) {
            protocol.unreadable();
            understoodInARow = 0;
        } else if (!beforeFirstEnd && line.length() > 0) {
            boolean understood = protocol.line(line.toString(), at, heard);
            understoodInARow = understood ? understoodInARow + 1 : 0;
        }
        line.setLength(0);
        spoilt = false;
        beforeFirstEnd = false;
    }
}
