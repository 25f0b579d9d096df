package org.attune.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.attune.pipeline.PipelineSettings;
import org.attune.regulation.BandRules;
import org.attune.review.dyad.DyadRules;
import org.attune.review.trend.TrendRules;
import org.attune.sensor.ble.BleSettings;
import org.attune.store.RetentionSettings;
import org.attune.store.VaultLockSettings;
import org.attune.ui.DisplaySettings;

/**
 * All settings in force, one component for each part of the program that has any. Immutable.
 *
 * @param pipeline what is concluded from what was heard
 * @param band how a person's band is learned over sessions
 * @param strap how straps are treated
 * @param display how the live display looks
 * @param vault when an open vault locks itself
 * @param retention how long the practice keeps what nothing was agreed about
 * @param trend how sessions are laid side by side
 * @param dyad how two people's heart rates are compared
 */
public record AttuneSettings(
        PipelineSettings pipeline,
        BandRules band,
        BleSettings strap,
        DisplaySettings display,
        VaultLockSettings vault,
        RetentionSettings retention,
        TrendRules trend,
        DyadRules dyad) {
    /** The built-in defaults, equal to {@code config/attune.toml}. */
    public static final AttuneSettings DEFAULT =
            new AttuneSettings(
                    PipelineSettings.DEFAULT,
                    BandRules.DEFAULT,
                    BleSettings.DEFAULT,
                    DisplaySettings.DEFAULT,
                    VaultLockSettings.DEFAULT,
                    RetentionSettings.DEFAULT,
                    TrendRules.DEFAULT,
                    DyadRules.DEFAULT);

    /**
     * SHA-256 of {@link PipelineSettings#toText()}, in lower-case hex: equal for two sessions if
     * and only if they were judged alike. Settings that cannot change a conclusion are left out.
     */
    public String fingerprint() {
        byte[] text = pipeline.toText().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(text));
    }

    /** The same with another display. */
    AttuneSettings withDisplay(DisplaySettings other) {
        return new AttuneSettings(pipeline, band, strap, other, vault, retention, trend, dyad);
    }

    /** The same settings as a file of {@code config/}: read again, it yields equal settings. */
    public String toToml() {
        return SettingsText.of(this);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
