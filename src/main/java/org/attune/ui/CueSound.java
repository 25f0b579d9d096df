package org.attune.ui;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;

/**
 * One soft, low note for a cue, made here and not read from a file. Where the machine has no sound
 * it stays silent. Confined to the EDT.
 */
public final class CueSound {
    private static final float RATE = 44_100;
    private static final double SECONDS = 0.9;
    private static final double HERTZ = 330;

    /** Of full scale: soft beside a voice. */
    private static final double LOUDNESS = 0.12;

    private final Optional<Clip> clip;

    private CueSound(Optional<Clip> clip) {
        this.clip = clip;
    }

    /** The note, ready to be played; one that is never heard where that cannot be. */
    static CueSound open() {
        return new CueSound(opened());
    }

    /** One that is never heard. */
    static CueSound silent() {
        return new CueSound(Optional.empty());
    }

    /** Whether this machine can play it. */
    public static boolean available() {
        Optional<Clip> tried = opened();
        tried.ifPresent(Clip::close);
        return tried.isPresent();
    }

    private static Optional<Clip> opened() {
        try {
            Clip clip = AudioSystem.getClip();
            byte[] note = note();
            clip.open(new AudioFormat(RATE, 16, 1, true, false), note, 0, note.length);
            return Optional.of(clip);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // No sound card, or all of it taken: 'attune doctor' says so, the session stays silent.
            return Optional.empty();
        }
    }

    /** Swells and fades; 16 bits, one channel, least byte first. */
    static byte[] note() {
        int samples = (int) (RATE * SECONDS);
        byte[] note = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            double swell = Math.sin(Math.PI * i / samples);
            double wave = Math.sin(2 * Math.PI * HERTZ * i / RATE);
            int value = (int) (Short.MAX_VALUE * LOUDNESS * swell * swell * wave);
            note[2 * i] = (byte) value;
            note[2 * i + 1] = (byte) (value >> 8);
        }
        return note;
    }

    void play() {
        clip.ifPresent(
                ready -> {
                    ready.stop();
                    ready.setFramePosition(0);
                    ready.start();
                });
    }

    void close() {
        clip.ifPresent(Clip::close);
    }
}
