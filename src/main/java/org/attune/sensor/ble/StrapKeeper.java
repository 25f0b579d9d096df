package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.time.SystemTicker;
import org.jspecify.annotations.Nullable;

/**
 * The body of the thread {@code attune-ble}: finds the strap, links to it, and links again for as
 * long as it is not interrupted. It alone uses the {@link GattLink}.
 */
final class StrapKeeper implements Runnable {
    /** How long the air is listened to when the strap was not named. */
    private static final Duration CHOOSING = Duration.ofSeconds(4);

    /** How often silence is looked at; no more than a quarter of what is borne. */
    private static final Duration LOOKING = Duration.ofSeconds(1);

    /** After a loss, the time in which a better reason may still arrive. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    private static final System.Logger LOG = System.getLogger(StrapKeeper.class.getName());

    private final GattLink link;
    private final StrapEvents events;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Set<String> othersStraps;
    private final Map<String, FoundStrap> candidates = new TreeMap<>();
    private final SilenceWatch silence;
    private final Duration looking;
    private @Nullable String strap;
    private @Nullable Reason said;

    /**
     * @param strap its address; null for the only one in reach
     * @param othersStraps addresses of straps that belong to other people: never taken
     * @param patience how long a strap may be linked and silent
     */
    StrapKeeper(
            GattLink link,
            StrapEvents events,
            @Nullable String strap,
            Set<String> othersStraps,
            Duration patience) {
        this.link = link;
        this.events = events;
        this.strap = strap;
        this.othersStraps = Set.copyOf(othersStraps);
        this.silence = new SilenceWatch(new SystemTicker(), patience);
        Duration quarter = patience.dividedBy(4);
        this.looking = quarter.compareTo(LOOKING) < 0 ? quarter : LOOKING;
    }

    /**
     * Done once Bluetooth was found usable; failed with a {@link LinkException} if it is not, and
     * then the thread ends. Completed from outside, it goes on whatever it finds.
     */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    @Override
    public void run() {
        try {
            if (prepare()) {
                keep();
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the strap is let go");
        } finally {
            boolean interrupted = Thread.interrupted(); // closing must still speak to the bus
            LOG.log(System.Logger.Level.DEBUG, "closing, interrupted: {0}", interrupted);
            link.close();
        }
    }

    /** Whether it may work as things are; always, once the caller of open has gone on. */
    private boolean prepare() throws InterruptedException {
        try {
            link.ready();
            if (strap == null) {
                choose();
            }
        } catch (LinkException e) {
            if (e.reason().lasting() && ready.completeExceptionally(e)) {
                return false;
            }
        } catch (RuntimeException e) { // of the driver's library
            LOG.log(System.Logger.Level.ERROR, "the Bluetooth driver failed", e);
            if (ready.completeExceptionally(new LinkException(Reason.NO_ANSWER, e))) {
                return false;
            }
        }
        ready.complete(true);
        return true;
    }

    private void keep() throws InterruptedException {
        Backoff pause = new Backoff();
        while (true) {
            try {
                String address = strap == null ? choose() : strap;
                events.expectStretch(address);
                link.link(address, events);
                said = null;
                pause.reset();
                Reason reason = awaitLoss();
                LOG.log(System.Logger.Level.INFO, "link lost: {0}", reason.finding());
                noteObstacle(reason, reason.finding());
            } catch (LinkException e) {
                boolean choice = e.reason() == Reason.SEVERAL;
                noteObstacle(e.reason(), choice ? e.advice() : e.reason().finding());
                TimeUnit.NANOSECONDS.sleep(pause.next().toNanos());
            } catch (RuntimeException e) { // of the driver's library: as good as a failed attempt
                LOG.log(System.Logger.Level.ERROR, "the Bluetooth driver failed", e);
                noteObstacle(Reason.NO_ANSWER, Reason.NO_ANSWER.finding());
                TimeUnit.NANOSECONDS.sleep(pause.next().toNanos());
            }
        }
    }

    /** An end of a link is always said; what hinders the next one, once, if somebody must act. */
    private void noteObstacle(Reason reason, String cause) {
        if (events.owesLoss() || (reason.lasting() && reason != said)) {
            events.sayLost(cause);
            said = reason;
        }
    }

    private Reason awaitLoss() throws InterruptedException {
        silence.linked(events.notifications());
        while (true) {
            var reason = events.awaitLoss(looking, SETTLING);
            if (reason.isPresent()) {
                return reason.get();
            }
            switch (silence.look(events.notifications(), events.contactLost())) {
                case ASK_AGAIN -> {
                    if (!askAgain()) {
                        return givenUp();
                    }
                }
                case LINK_AGAIN -> {
                    return givenUp();
                }
                case CHECK -> {
                    if (!link.isLinked()) {
                        return Reason.OUT_OF_REACH;
                    }
                }
                case WAIT -> {}
            }
        }
    }

    /** Whether a silent strap could be asked anew. */
    private boolean askAgain() throws InterruptedException {
        events.askedAgain();
        try {
            link.askAgain();
            LOG.log(System.Logger.Level.INFO, "the strap is silent: asked anew");
            return true;
        } catch (LinkException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot be asked: {0}", e.getMessage());
            return false;
        }
    }

    private Reason givenUp() throws InterruptedException {
        silence.givenUp();
        events.lost(Reason.SILENT);
        link.unlink();
        return Reason.SILENT;
    }

    /**
     * Takes the only strap in reach, and stays with it. Once several were heard, none is taken any
     * more: the one that is left when the others have gone may be a neighbour's.
     */
    private String choose() throws LinkException, InterruptedException {
        for (FoundStrap found : link.scan(CHOOSING)) {
            if (!othersStraps.contains(found.address())) {
                candidates.put(found.address(), found);
            }
        }
        if (candidates.isEmpty()) {
            throw new LinkException(Reason.OUT_OF_REACH);
        }
        if (candidates.size() > 1) {
            throw new LinkException(
                    Reason.SEVERAL, FoundStrap.listed(link.scheme(), candidates.values()), null);
        }
        String only = candidates.keySet().iterator().next();
        strap = only;
        return only;
    }
}
