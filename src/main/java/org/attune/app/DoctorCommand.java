package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.AttuneException;
import org.attune.sensor.ble.BleDriver;
import org.attune.sensor.ble.BleReadiness;
import org.attune.sensor.ble.BleScan;
import org.attune.sensor.serial.SerialPorts;
import org.attune.store.Vault;
import org.attune.ui.CueSound;
import org.attune.ui.LiveScreen;
import org.attune.ui.TraySign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What works on this machine, and what to do about the rest. */
@Command(
        name = "doctor",
        description = "Says what works on this machine and what to do about the rest.")
final class DoctorCommand extends Subcommand {
    @Option(names = "--json", description = "JSON instead of text")
    boolean json;

    /** One thing that was looked at. */
    private record Finding(String what, boolean works, String finding, String remedy) {}

    @Override
    int run() {
        List<Finding> findings =
                List.of(
                        java(),
                        display(),
                        notification(),
                        sound(),
                        straps("BlueZ", BleDriver.BLUEZ),
                        straps("TinyB", BleDriver.TINYB),
                        serial(),
                        vault(),
                        settings());
        if (json) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (Finding each : findings) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("what", each.what);
                entry.put("works", each.works);
                entry.put("finding", each.finding);
                entry.put("remedy", each.remedy);
                list.add(entry);
            }
            out().println(Json.text(list));
            return ExitCode.DONE;
        }
        for (Finding each : findings) {
            out().println(
                            (each.works ? "works    " : "does not ")
                                    + each.what
                                    + ": "
                                    + each.finding);
            if (!each.works && !each.remedy.isEmpty()) {
                out().println("         -> " + each.remedy);
            }
        }
        return ExitCode.DONE;
    }

    private static Finding java() {
        String version = System.getProperty("java.version", "unknown");
        return new Finding("Java", Runtime.version().feature() >= 17, version, "install Java 17");
    }

    private static Finding display() {
        Optional<String> missing = LiveScreen.unavailable();
        return new Finding(
                "display",
                missing.isEmpty(),
                missing.map(why -> why + "; 'live' shows lines in the terminal")
                        .orElse("a window can open"),
                "run it on a desktop, or with DISPLAY set and a full (not headless) Java");
    }

    private static Finding notification() {
        boolean works = LiveScreen.available() && TraySign.available();
        return new Finding(
                "tray and notification",
                works,
                works ? "the desktop has a tray" : "the desktop has no tray for Java programs",
                "nothing is lost: a cue is seen on the screen; leave [signal] notification off");
    }

    private static Finding sound() {
        boolean works = CueSound.available();
        return new Finding(
                "sound",
                works,
                works ? "a cue can be heard" : "no way to play a sound",
                "nothing is lost: a cue is seen on the screen; leave [signal] sound off");
    }

    private static Finding straps(String driverName, BleDriver driver) {
        BleReadiness ready = BleScan.readiness(driver);
        return new Finding(
                "Bluetooth straps (" + driverName + ")",
                ready.ready(),
                ready.finding(),
                ready.remedy());
    }

    private static Finding serial() {
        SerialPorts.Readiness ready = SerialPorts.readiness();
        return new Finding("serial sensors", ready.works(), ready.finding(), "");
    }

    private Finding vault() {
        Path folder = Vaults.folder(common);
        boolean there = Vault.exists(folder);
        return new Finding(
                "vault",
                there,
                there ? "in " + folder : "none in " + folder + "; nothing can be recorded",
                "make one with 'attune vault init'");
    }

    private Finding settings() {
        try {
            Wiring.settings(common, null);
            return new Finding("settings", true, "read without a complaint", "");
        } catch (AttuneException e) {
            return new Finding("settings", false, String.valueOf(e.getMessage()), "correct it");
        }
    }
}
