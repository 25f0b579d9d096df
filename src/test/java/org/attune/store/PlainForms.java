package org.attune.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorEvent;

/** What a recording's beats would look like on the disk if they were written before sealing. */
public final class PlainForms {
    private static final int WINDOW = 12;

    private PlainForms() {}

    /** Pieces of at least twelve bytes, each with a beat in it, of every form. */
    public static List<byte[]> pieces(StoredSession stored) {
        List<byte[]> pieces = new ArrayList<>();
        GatheredCodec.Writer gathered = new GatheredCodec.Writer();
        List<Integer> beats = new ArrayList<>();
        long order = 0;
        for (Moment moment : stored.moments()) {
            if (isBeat(moment)) {
                ByteWriter whole = new ByteWriter();
                MomentCodec.write(whole, moment);
                pieces.add(whole.toBytes());
                beats.add(gathered.size());
            }
            gathered.write(new StreamCodec.Entry(order++, 0, moment));
        }
        byte[] all = gathered.bytes().toBytes();
        for (int at : beats) {
            if (at + WINDOW <= all.length) {
                pieces.add(Arrays.copyOfRange(all, at, at + WINDOW));
            }
        }
        return pieces;
    }

    private static boolean isBeat(Moment moment) {
        return moment instanceof Moment.Judged
                || (moment instanceof Moment.Heard heard
                        && heard.event() instanceof SensorEvent.RrReceived);
    }

    /** One part as it is before sealing, of form 1 (whole), 2 (whole, packed) or 3 (gathered). */
    public static byte[] part(int form, StoredSession stored) {
        ByteWriter whole = new ByteWriter();
        GatheredCodec.Writer gathered = new GatheredCodec.Writer();
        long order = 0;
        for (Moment moment : stored.moments()) {
            StreamCodec.Entry entry = new StreamCodec.Entry(order++, 0, moment);
            StreamCodec.write(whole, entry);
            gathered.write(entry);
        }
        return switch (form) {
            case 1 -> StreamCodec.writePart(0, 0, whole);
            case 2 ->
                    new ByteWriter()
                            .u8(form)
                            .varint(0)
                            .varint(0)
                            .varint(whole.size())
                            .raw(Packed.pack(whole.toBytes()))
                            .toBytes();
            case 3 -> StreamCodec.writeGathered(0, 0, gathered);
            default -> throw new IllegalArgumentException("no such form: " + form);
        };
    }
}
