package org.attune.sensor.ble;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.attune.sensor.DeviceInformation;

/**
 * The way to a strap through one Bluetooth driver: what {@link BleSensor} and {@link BleScan} need,
 * and nothing else. Every method is called by one worker thread and may take its time; an interrupt
 * ends it.
 */
interface GattLink extends AutoCloseable {
    /** Told by the driver's own thread, in order; returns at once. */
    interface Listener {
        /** The strap is connected and its notifications are asked for; called before the first. */
        void linked(Peripheral strap);

        /** A value of the Heart Rate Measurement characteristic. */
        void notified(byte[] value);

        /**
         * A frame of Polar's measurement service, as {@link PolarFrame} and {@link PolarEcgFrame}
         * read it. Only of straps that have it.
         */
        default void measured(byte[] frame) {}

        /** The charge left changed, in percent. */
        void battery(int percent);

        /** The link ended; a second call may follow with a more precise reason. */
        void lost(LinkException.Reason reason);
    }

    /**
     * A connected strap.
     *
     * @param address its Bluetooth address, upper case
     * @param name what it calls itself; the address if it has no name
     * @param bodyLocation value of Body Sensor Location 0x2A38, if it has one
     * @param battery percent left, if it says so
     * @param device who made it and which model it is, as far as it says
     */
    record Peripheral(
            String address,
            String name,
            OptionalInt bodyLocation,
            OptionalInt battery,
            DeviceInformation device) {
        /** A strap that does not say who made it. */
        Peripheral(String address, String name, OptionalInt bodyLocation, OptionalInt battery) {
            this(address, name, bodyLocation, battery, DeviceInformation.NONE);
        }
    }

    /** What chooses this driver in a sensor's address. */
    default String scheme() {
        return "ble";
    }

    /**
     * Whether Bluetooth can be used now.
     *
     * @return what was found, in a few words for people
     * @throws LinkException when it cannot
     */
    String ready() throws LinkException, InterruptedException;

    /** The straps that are in reach, strongest first, after listening for {@code duration}. */
    List<FoundStrap> scan(Duration duration) throws LinkException, InterruptedException;

    /**
     * Looks for the strap and links to it: one attempt, bounded to about a minute. Ends an earlier
     * link.
     *
     * @throws LinkException when it did not succeed; the listener hears nothing more then
     */
    void link(String address, Listener listener) throws LinkException, InterruptedException;

    /**
     * Asks a strap that is linked, but silent, for its notifications anew, and keeps the link.
     *
     * @throws LinkException when it cannot be asked so, and must be linked anew instead
     */
    void askAgain() throws LinkException, InterruptedException;

    /**
     * Ends the link so that the next {@link #link} begins at the very beginning. A strap that
     * somebody else had connected is left connected. Nothing more is heard of it.
     */
    void unlink() throws InterruptedException;

    /** Whether the link still stands, asked of the driver itself. */
    boolean isLinked() throws InterruptedException;

    /** Lets the strap go and frees everything. Bounded to about a second. */
    @Override
    void close();
}
