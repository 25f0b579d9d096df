package org.attune.sensor.ble;

import org.jspecify.annotations.Nullable;

/** Why there is no link to a strap now. Stays within the package; users get its message. */
final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The kinds of obstacle; later ones explain earlier ones. */
    enum Reason {
        /** Passing: the strap, or the air between. */
        OUT_OF_REACH(
                false,
                "strap out of reach or switched off",
                "put it on, bring it nearer, end its link to a phone or watch"),
        NOT_A_STRAP(false, "the device has no heart rate service", "name the address of a strap"),
        /** Ended by us: it was asked anew, and still said nothing. */
        SILENT(
                false,
                "strap linked but silent",
                "moisten it and put it on; take its battery out for a moment if that repeats"),
        NO_ANSWER(
                false,
                "the Bluetooth service does not answer",
                "restart it with 'systemctl restart bluetooth'"),
        DRIVER_STOPPED(
                false,
                "the TinyB driver stopped",
                "it is started again; if that repeats, use ble:"),
        /** More than one strap answers, and none was named. */
        SEVERAL(true, "more than one strap is in reach", "name one of them"),
        NO_ADAPTER(
                true,
                "no Bluetooth adapter",
                "plug one in, or check that the kernel knows it (bluetoothctl list)"),
        SWITCHED_OFF(
                true,
                "Bluetooth is switched off",
                "switch it on in the system settings or with 'bluetoothctl power on' (and 'rfkill"
                        + " unblock bluetooth')"),
        NO_SERVICE(
                true,
                "the Bluetooth service is not running",
                "install BlueZ and start it with 'systemctl start bluetooth'"),
        DENIED(
                true,
                "access to Bluetooth is denied",
                "add this user to the group 'bluetooth', or log in at the machine itself"),
        NO_BUS(
                true,
                "no D-Bus system bus",
                "Bluetooth straps need Linux with D-Bus and BlueZ (in a container, pass"
                        + " /run/dbus/system_bus_socket in)"),
        DRIVER_UNFIT(
                true, "the TinyB driver stops again and again", "use ble: instead of ble+tinyb:"),
        NATIVES(
                true,
                "the native part of TinyB cannot be loaded",
                "install GLib ('apt-get install libglib2.0-0'), let the temporary folder hold"
                        + " programs (no 'noexec'), or use ble: instead of ble+tinyb:"),
        NOT_FOR_THIS_MACHINE(
                true, "TinyB is built for Linux on x86-64 only", "use ble: instead of ble+tinyb:");

        private final boolean lasting;
        private final String finding;
        private final String remedy;

        Reason(boolean lasting, String finding, String remedy) {
            this.lasting = lasting;
            this.finding = finding;
            this.remedy = remedy;
        }

        /** Whether somebody must do something before it can work. */
        boolean lasting() {
            return lasting;
        }

        /** What is wrong, in a few words. */
        String finding() {
            return finding;
        }

        /** What to do. */
        String remedy() {
            return remedy;
        }
    }

    private final Reason reason;
    private final String detail;

    LinkException(Reason reason) {
        this(reason, "", null);
    }

    LinkException(Reason reason, @Nullable Throwable cause) {
        this(reason, "", cause);
    }

    /**
     * @param detail what belongs to the remedy, such as a list to choose from; may be empty
     */
    LinkException(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason.finding(), cause);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    /** What belongs to the remedy; may be empty. */
    String detail() {
        return detail;
    }

    /** What is wrong and what to do: one line. */
    String advice() {
        String advice = reason.finding() + ": " + reason.remedy();
        return detail.isEmpty() ? advice : advice + ": " + detail;
    }
}
