package org.attune;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.stream.Stream;

/** Nothing leaves without proof that consent was checked. */
final class Grants {
    private Grants() {}

    static Stream<String> selfMade(HousePlan plan, JavaClass type) {
        String export = plan.base() + ".export.";
        return type.getName().equals(export + "ExportGate")
                ? Stream.empty()
                : HouseRules.accesses(
                        type,
                        access ->
                                access.getTargetOwner().getName().equals(export + "ExportGrant")
                                        && access.getName()
                                                .equals(JavaConstructor.CONSTRUCTOR_NAME));
    }

    /** A method without parameters has nothing to export; every other one must be given a grant. */
    static Stream<String> missing(HousePlan plan, JavaClass type) {
        String export = plan.base() + ".export.";
        if (!type.getName().equals(export + "Exporter")) {
            return Stream.empty();
        }
        return type.getMethods().stream()
                .filter(m -> !m.getRawParameterTypes().isEmpty())
                .filter(m -> !takes(m, export + "ExportGrant"))
                .map(m -> "takes no grant: " + m.getName());
    }

    private static boolean takes(JavaMethod method, String parameter) {
        return method.getRawParameterTypes().stream().anyMatch(p -> p.getName().equals(parameter));
    }
}
