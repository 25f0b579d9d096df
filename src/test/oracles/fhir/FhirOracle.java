import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;

/**
 * Validates bundles with HAPI, offline, and compares the intervals it read with the truth. Arguments:
 * pairs of a bundle and its truth.tsv; one with a "!" before its truth is spoilt and must be refused.
 */
public final class FhirOracle {
    private static final FhirContext CONTEXT = FhirContext.forR4();

    public static void main(String[] pairs) throws Exception {
        FhirValidator validator = CONTEXT.newValidator();
        validator.registerValidatorModule(
                new FhirInstanceValidator(
                        new ValidationSupportChain(
                                new DefaultProfileValidationSupport(CONTEXT),
                                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                                new CommonCodeSystemsTerminologyService(CONTEXT))));
        int failed = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            failed += validate(validator, Path.of(pairs[i]), pairs[i + 1]) ? 0 : 1;
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean validate(FhirValidator validator, Path file, String truth) throws Exception {
        String json = Files.readString(file);
        List<String> errors = new ArrayList<>();
        for (SingleValidationMessage each : validator.validateWithResult(json).getMessages()) {
            boolean grave =
                    each.getSeverity() == ResultSeverityEnum.ERROR
                            || each.getSeverity() == ResultSeverityEnum.FATAL;
            if (grave) {
                errors.add(each.getLocationString() + ": " + each.getMessage());
            } else if (System.getenv("WARNINGS") != null) {
                System.out.println("  " + each.getSeverity() + " " + each.getLocationString() + ": " + each.getMessage());
            }
        }
        boolean spoilt = truth.startsWith("!");
        if (errors.isEmpty()) {
            Path told = Path.of(spoilt ? truth.substring(1) : truth);
            compare(CONTEXT.newJsonParser().parseResource(Bundle.class, json), told, errors);
        }
        if (spoilt) {
            String how = errors.isEmpty() ? "TAKEN, THOUGH SPOILT" : "spoilt, and refused: " + errors.get(0);
            System.out.println("HAPI: " + file.getFileName() + ": " + how);
            return !errors.isEmpty();
        }
        System.out.println("HAPI: " + file + ": " + (errors.isEmpty() ? "valid, the same beats" : errors.size() + " errors"));
        errors.forEach(error -> System.out.println("  " + error));
        return errors.isEmpty();
    }

    private static void compare(Bundle bundle, Path truth, List<String> errors) throws Exception {
        List<String> expected = new ArrayList<>();
        String pseudonym = "";
        for (String line : Files.readString(truth).split("\n")) {
            String[] cells = line.split("\t");
            if (cells[0].equals("beat")) {
                String verdict = cells[3].equals(".") ? "" : cells[3];
                expected.add(plain(cells[1], 9) + "," + plain(cells[2], 6) + " " + verdict);
            } else if (cells[0].equals("pseudonym")) {
                pseudonym = cells[1];
            }
        }
        List<String> found = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Binary binary) {
                String csv = new String(binary.getData(), StandardCharsets.UTF_8);
                if (csv.startsWith("onset_s,rr_ms")) {
                    csv.lines().skip(1).forEach(row -> found.add(row.replaceFirst(",[0-9]+,([A-Z]*)$", " $1")));
                }
            } else if (entry.getResource() instanceof Patient patient) {
                if (!patient.getIdentifierFirstRep().getValue().equals(pseudonym)) {
                    errors.add("it is of " + patient.getIdentifierFirstRep().getValue());
                }
            }
        }
        if (!found.equals(expected)) {
            errors.add(found.size() + " beats that are not the " + expected.size() + " expected");
        }
    }

    /** Nanoseconds in a unit so many digits larger. */
    private static String plain(String nanos, int digits) {
        BigDecimal value = new BigDecimal(nanos).movePointLeft(digits);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
