package org.attune;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.stream.Stream;

/** What the core may use: nothing that waits, stores, speaks, or differs between machines. */
final class Purity {
    private static final Set<String> PURE_JDK =
            Set.of(
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio.charset",
                    "java.text",
                    "java.time",
                    "java.time.format",
                    "java.time.temporal",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream");
    private static final Set<String> IMPURE_TYPES =
            Set.of(
                    "java.lang.InheritableThreadLocal",
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.Runtime",
                    "java.lang.System$Logger",
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.util.ServiceLoader",
                    "java.util.Timer",
                    "java.util.TimerTask");
    private static final Set<String> PURE_SYSTEM_CALLS =
            Set.of("arraycopy", "nanoTime", "currentTimeMillis"); // the clock has a rule of its own
    private static final Set<String> EXACT_MATH =
            Set.of(
                    "abs",
                    "absExact",
                    "addExact",
                    "ceil",
                    "copySign",
                    "floor",
                    "floorDiv",
                    "floorMod",
                    "fma",
                    "max",
                    "min",
                    "multiplyExact",
                    "multiplyHigh",
                    "negateExact",
                    "rint",
                    "round",
                    "signum",
                    "sqrt",
                    "subtractExact",
                    "toIntExact",
                    "ulp");

    private Purity() {}

    static Stream<String> broken(HousePlan plan, JavaClass type) {
        if (!HousePlan.CORE.contains(plan.homeOf(type.getPackageName()))) {
            return Stream.empty();
        }
        Stream<String> types =
                HouseRules.dependencies(
                        type,
                        target ->
                                plan.homeOf(target.getPackageName()).equals(HousePlan.ELSEWHERE)
                                        && !isPure(target)
                                        && !isOwnRoot(target));
        Stream<String> calls =
                HouseRules.accesses(
                        type,
                        access ->
                                access.getTargetOwner().getName().equals("java.lang.System")
                                        && !PURE_SYSTEM_CALLS.contains(access.getName()));
        Stream<String> locks =
                type.getMethods().stream()
                        .filter(m -> m.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                        .map(m -> "is synchronized: " + m.getName());
        return Stream.of(types, calls, locks).flatMap(s -> s);
    }

    private static boolean isPure(JavaClass target) {
        return target.getPackageName().startsWith("org.jspecify.")
                || (PURE_JDK.contains(target.getPackageName())
                        && IMPURE_TYPES.stream().noneMatch(target.getName()::startsWith));
    }

    private static boolean isOwnRoot(JavaClass target) {
        return target.getPackageName().equals(Exempt.class.getPackageName());
    }

    static Stream<String> inexact(HousePlan plan, JavaClass type) {
        if (!HousePlan.CORE.contains(plan.homeOf(type.getPackageName()))) {
            return Stream.empty();
        }
        return HouseRules.accesses(
                type,
                access ->
                        access.getTargetOwner().getName().equals("java.lang.Math")
                                && !EXACT_MATH.contains(access.getName()));
    }
}
