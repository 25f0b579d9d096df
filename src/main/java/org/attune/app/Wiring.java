package org.attune.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.attune.config.AttuneSettings;
import org.attune.config.SettingsLoader;
import org.attune.export.CsvTables;
import org.attune.export.Exporter;
import org.attune.export.RrText;
import org.attune.export.SessionLog;
import org.attune.export.bids.BidsExporter;
import org.attune.export.edf.EdfExporter;
import org.attune.export.fhir.FhirExporter;
import org.attune.export.omh.OmhExporter;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Calibration;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.regulation.RegulationEstimator;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.ble.BleSensor;
import org.attune.sensor.ble.BleSettings;
import org.attune.sensor.replay.ReplaySensor;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.sensor.serial.SerialSensor;
import org.attune.session.LaneId;
import org.attune.signal.CalmCues;
import org.attune.signal.CueLedger;
import org.attune.signal.SignalPolicy;
import org.attune.store.MomentLog;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts together: which estimator, which policy, which sensor for which scheme. Plain code
 * and plain lists, so that no jar on the class path can change what a therapist sees.
 */
final class Wiring {
    /** Every format there is, in the order in which they are named to people. */
    static final List<Exporter> EXPORTERS =
            List.of(
                    new CsvTables(),
                    new RrText(),
                    new EdfExporter(),
                    new BidsExporter(),
                    new FhirExporter(),
                    new OmhExporter());

    /**
     * A session to be reviewed in another Attune.
     *
     * @param answerTo the age recipient to which what comes back is to be sealed
     */
    static Exporter sessionLog(Optional<String> answerTo) {
        return new SessionLog(MomentLog::write, answerTo);
    }

    private Wiring() {}

    /** The settings in force, told about by {@code --config} and a profile's name. */
    static AttuneSettings settings(CommonOptions common, @Nullable String profile) {
        return SettingsLoader.load(common.settingsFile(), profile);
    }

    /** A fresh pipeline for these people. */
    static SessionPipeline pipeline(List<LaneId> lanes, PipelineSettings settings) {
        return pipeline(lanes, settings, Optional.empty());
    }

    /** A fresh pipeline that learns its baseline in a span that was named. */
    static SessionPipeline pipeline(
            List<LaneId> lanes, PipelineSettings settings, Optional<Calibration> calibration) {
        return pipeline(lanes, settings, calibration, Map.of());
    }

    /** A fresh pipeline that may change to these profiles while it runs. */
    static SessionPipeline pipeline(
            List<LaneId> lanes,
            PipelineSettings settings,
            Optional<Calibration> calibration,
            Map<String, PipelineSettings> profiles) {
        Supplier<RegulationEstimator> estimators =
                () -> new PersonalBandEstimator(settings.regulation(), calibration);
        CueLedger ledger = new CueLedger();
        Supplier<SignalPolicy> policies = () -> new CalmCues(settings.cues(), ledger);
        return new SessionPipeline(lanes, settings, profiles, estimators, policies);
    }

    /**
     * The sensor of that address, not yet open.
     *
     * @param othersStraps straps that other people of the session wear
     * @param straps how straps are treated
     */
    static Sensor sensor(SensorAddress address, Set<String> othersStraps, BleSettings straps) {
        return switch (address.scheme()) {
            case "ble", "ble+tinyb" -> BleSensor.of(address, othersStraps, straps);
            case "serial" -> SerialSensor.of(address);
            case "replay" -> ReplaySensor.ofFile(address, 1);
            case "sim" -> SyntheticHeart.sensor(address, 1);
            default ->
                    throw new UsageException(
                            "no sensor is known by '"
                                    + address.scheme()
                                    + ":'; use ble:, serial:, replay: or sim:");
        };
    }

    /** How fast the session's clock must run for that sensor; 1 for living people. */
    static double pace(SensorAddress address) {
        return switch (address.scheme()) {
            case "replay", "sim" -> ReplaySensor.speedOf(address);
            default -> 1;
        };
    }
}
