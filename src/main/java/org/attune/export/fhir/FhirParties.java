package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.SensorUsed;

/** Who and what took part. */
final class FhirParties {
    private final ExportContent content;
    private final Fhir fhir;

    FhirParties(ExportContent content, Fhir fhir) {
        this.content = content;
        this.fhir = fhir;
    }

    /** A pseudonym, and nothing else. */
    ObjectNode patient() {
        ObjectNode patient = fhir.resource("Patient", "patient");
        patient.putArray("identifier")
                .add(Fhir.identifier("pseudonym", content.subject().pseudonym()));
        return patient;
    }

    /** The program that judged and wrote. */
    ObjectNode software() {
        ObjectNode device = fhir.resource("Device", "software");
        device.putArray("deviceName")
                .addObject()
                .put("name", "Attune")
                .put("type", "manufacturer-name");
        device.putObject("type").put("text", "software: biofeedback pacing monitor");
        device.putArray("version").addObject().put("value", content.provenance().softwareVersion());
        return device;
    }

    /** The sensors worn; their serial numbers are stand-ins. */
    List<ObjectNode> sensors(ObjectNode patient) {
        List<ObjectNode> devices = new ArrayList<>();
        for (SensorUsed sensor : content.sensors()) {
            ObjectNode device = fhir.resource("Device", "sensor " + devices.size());
            device.putArray("identifier").add(Fhir.identifier("sensor", sensor.serial()));
            device.putArray("deviceName")
                    .addObject()
                    .put("name", sensor.model())
                    .put("type", "model-name");
            device.putObject("type").put("text", kind(sensor));
            device.set("patient", Fhir.to(patient));
            devices.add(device);
        }
        return devices;
    }

    private static String kind(SensorUsed sensor) {
        return switch (sensor.kind()) {
            case ECG -> "heart-rate sensor: electrodes on the chest";
            case OPTICAL -> "pulse sensor: light through skin";
            case HEART_RATE_ONLY -> "heart-rate sensor without intervals";
            case SIMULATED -> "simulated heart";
            case UNKNOWN -> "heart-rate sensor of unknown kind";
        };
    }
}
