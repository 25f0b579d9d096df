package org.attune;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Set;
import java.util.stream.Stream;

/** The ways to ask a machine what time it is. */
final class Clocks {
    private static final Set<String> ASKING =
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.util.Date." + JavaConstructor.CONSTRUCTOR_NAME,
                    "java.util.Calendar.getInstance",
                    "java.util.GregorianCalendar." + JavaConstructor.CONSTRUCTOR_NAME);

    private Clocks() {}

    static Stream<String> asked(HousePlan plan, JavaClass type) {
        Set<String> allowed =
                Set.of(plan.base() + ".time.SystemTicker", plan.base() + ".time.WallClock");
        return allowed.contains(type.getName())
                ? Stream.empty()
                : HouseRules.accesses(type, Clocks::asks);
    }

    private static boolean asks(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.equals("java.time.Clock")) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.startsWith("java.time.") && name.equals("now")) {
            return !(access instanceof JavaCall<?> call) || !isGivenAClock(call);
        }
        if (name.equals(JavaConstructor.CONSTRUCTOR_NAME) && hasParameters(access)) {
            return false; // a given date, not today's
        }
        return ASKING.contains(owner + "." + name);
    }

    private static boolean hasParameters(JavaAccess<?> access) {
        return access instanceof JavaCall<?> call
                && !call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean isGivenAClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.getName().equals("java.time.Clock"));
    }
}
