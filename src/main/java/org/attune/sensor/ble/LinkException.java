package org.attune.sensor.ble;

import org.jspecify.annotations.Nullable;

/** Why there is no link to a strap now. Stays within the package; users get its message. */
final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The kinds of obstacle; later ones explain earlier ones. */
    enum Reason {
        /** Passing: the strap, or the air between. */
        OUT_OF_REACH(false, "strap out of reach or switched off"),
        NOT_A_STRAP(false, "the device at this address has no heart rate service"),
        NO_ANSWER(
                false,
                "the Bluetooth service does not answer: restart it with 'systemctl restart bluetooth'"),
        /** More than one strap answers, and none was named. */
        SEVERAL(true, "more than one strap is in reach"),
        NO_ADAPTER(
                true,
                "no Bluetooth adapter: plug one in, or check that the kernel knows it"
                        + " (bluetoothctl list)"),
        SWITCHED_OFF(
                true,
                "Bluetooth is switched off: switch it on in the system settings or with"
                        + " 'bluetoothctl power on' (and 'rfkill unblock bluetooth')"),
        NO_SERVICE(
                true,
                "the Bluetooth service is not running: install BlueZ and start it with"
                        + " 'systemctl start bluetooth'"),
        DENIED(
                true,
                "access to Bluetooth is denied: add this user to the group 'bluetooth', or log in"
                        + " at the machine itself"),
        NO_BUS(
                true,
                "no D-Bus system bus: Bluetooth straps need Linux with D-Bus and BlueZ (in a"
                        + " container, pass /run/dbus/system_bus_socket in)");

        private final boolean lasting;
        private final String text;

        Reason(boolean lasting, String text) {
            this.lasting = lasting;
            this.text = text;
        }

        /** Whether somebody must do something before it can work. */
        boolean lasting() {
            return lasting;
        }

        /** For people, one line. */
        String text() {
            return text;
        }
    }

    private final Reason reason;

    LinkException(Reason reason) {
        this(reason, reason.text(), null);
    }

    LinkException(Reason reason, @Nullable Throwable cause) {
        this(reason, reason.text(), cause);
    }

    LinkException(Reason reason, String text, @Nullable Throwable cause) {
        super(text, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** For people, one line. */
    String text() {
        String message = getMessage();
        return message == null ? reason.text() : message;
    }
}
