package org.attune.sensor.ble;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.attune.Exempt;
import org.jspecify.annotations.Nullable;

/**
 * Where the child of {@link TinybLink} begins: a Java of its own, in which TinyB may crash. No
 * command of the program; without a parent that speaks to it, it ends at once.
 */
@Exempt(rule = "standard-streams", because = "the child speaks to its parent by them")
final class TinybMain {
    private TinybMain() {}

    /**
     * @param arguments the name of the adapter, or nothing
     */
    public static void main(String[] arguments) {
        @Nullable String adapter = arguments.length == 0 ? null : arguments[0];
        var out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // what libraries print must not come between the frames
        TinybServant servant = new TinybServant(new TinybVoice(out), adapter);
        Runtime.getRuntime().addShutdownHook(new Thread(servant::letGo, "tinyb-let-go"));
        servant.start();
        try {
            TinybFrames.read(System.in, servant::hear, noise -> {});
        } catch (IOException e) {
            System.err.println("the parent cannot be heard: " + e);
        }
        System.exit(0); // the parent is gone, or wants it so; the hook lets the strap go
    }
}
