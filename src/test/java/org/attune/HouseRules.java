package org.attune;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house by name. A class is let off a rule by {@link Exempt} with that name. */
final class HouseRules {
    private static final Set<String> SOCKETS =
            Set.of("java.net", "javax.net", "java.rmi", "com.sun.net");

    private final HousePlan plan;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    HouseRules(String base) {
        plan = new HousePlan(base);
        add("on-the-plan", this::offThePlan);
        add("core-order", this::againstTheCoreOrder);
        add("edges-apart", this::betweenEdges);
        add("app-on-top", this::intoTheApp);
        add("core-is-pure", (type, home) -> Purity.broken(plan, type));
        add("core-is-exact", (type, home) -> Purity.inexact(plan, type));
        add("one-home", this::awayFromHome);
        add("no-network", this::network);
        add("standard-streams", this::standardStreams);
        add("one-clock", (type, home) -> Clocks.asked(plan, type));
        add("grant-from-gate", (type, home) -> Grants.selfMade(plan, type));
        add("no-export-without-grant", (type, home) -> Grants.missing(plan, type));
        add("no-mutable-statics", (type, home) -> Statics.mutable(type));
        add("no-catch-all", this::catchAlls);
        add("no-plug-ins", (type, home) -> uses(type, "java.util.ServiceLoader"));
        add("null-marked", this::notNullMarked);
        rules.put(
                "no-cycles",
                slices().matching(base + ".(**)").should().beFreeOfCycles().allowEmptyShould(true));
    }

    Set<String> names() {
        return rules.keySet();
    }

    /** What breaks the rule, exempted classes left out. */
    EvaluationResult evaluate(String rule, JavaClasses classes) {
        ArchRule arch = rules.get(rule);
        if (arch == null) {
            throw new IllegalArgumentException("no such rule: " + rule);
        }
        return arch.evaluate(classes.that(notExemptFrom(rule)));
    }

    private void add(String name, BiFunction<JavaClass, String, Stream<String>> violations) {
        rules.put(
                name,
                classes()
                        .should(
                                new ArchCondition<>("keep the rule " + name) {
                                    @Override
                                    public void check(JavaClass type, ConditionEvents events) {
                                        String home = plan.homeOf(type.getPackageName());
                                        violations
                                                .apply(type, home)
                                                .forEach(
                                                        text ->
                                                                events.add(
                                                                        violated(
                                                                                type,
                                                                                type.getName()
                                                                                        + ": "
                                                                                        + text)));
                                    }
                                })
                        .allowEmptyShould(true));
    }

    private static DescribedPredicate<JavaClass> notExemptFrom(String rule) {
        return DescribedPredicate.describe(
                "not exempt from " + rule, type -> !exemptRule(type).equals(rule));
    }

    /** The rule a class, or the one it is nested in, is exempt from; empty if none. */
    static String exemptRule(JavaClass type) {
        if (type.isAnnotatedWith(Exempt.class)) {
            return type.getAnnotationOfType(Exempt.class).rule();
        }
        return type.getEnclosingClass().map(HouseRules::exemptRule).orElse("");
    }

    private Stream<String> offThePlan(JavaClass type, String home) {
        return plan.isKnown(home) ? Stream.empty() : Stream.of(home);
    }

    private Stream<String> againstTheCoreOrder(JavaClass type, String home) {
        boolean root = home.equals(HousePlan.ROOT);
        int floor = HousePlan.CORE.indexOf(home);
        if (floor < 0 && !root) {
            return Stream.empty();
        }
        return ours(
                type,
                (target, targetHome) ->
                        !targetHome.equals(HousePlan.ROOT)
                                && (!HousePlan.CORE.contains(targetHome)
                                        || HousePlan.CORE.indexOf(targetHome) > floor));
    }

    private Stream<String> betweenEdges(JavaClass type, String home) {
        if (!HousePlan.EDGES.contains(home)) {
            return Stream.empty();
        }
        return ours(
                type,
                (target, targetHome) ->
                        HousePlan.EDGES.contains(targetHome)
                                && !targetHome.equals(home)
                                && !(home.equals("ui") && targetHome.equals("live"))
                                && !(home.equals("config") && isSettings(target)));
    }

    /** A record of settings, or a type that belongs to one. */
    private static boolean isSettings(JavaClass target) {
        return (target.getSimpleName().endsWith("Settings") && target.isRecord())
                || target.getEnclosingClass().filter(HouseRules::isSettings).isPresent();
    }

    private Stream<String> intoTheApp(JavaClass type, String home) {
        return home.equals(HousePlan.APP)
                ? Stream.empty()
                : ours(type, (target, targetHome) -> targetHome.equals(HousePlan.APP));
    }

    private Stream<String> awayFromHome(JavaClass type, String home) {
        return dependencies(type, target -> !mayLive(target, home));
    }

    private boolean mayLive(JavaClass target, String home) {
        String name = target.getPackageName();
        for (Map.Entry<String, Set<String>> entry : HousePlan.HOMES.entrySet()) {
            if (HousePlan.isIn(entry.getKey(), name)) {
                return entry.getValue().contains(home);
            }
        }
        return name.isEmpty() // primitives
                || HousePlan.isIn("java", name)
                || HousePlan.isIn("javax", name)
                || HousePlan.isIn("org.attune", name)
                || HousePlan.isIn("org.jspecify", name);
    }

    private Stream<String> network(JavaClass type, String home) {
        return dependencies(
                type,
                target ->
                        SOCKETS.stream().anyMatch(p -> HousePlan.isIn(p, target.getPackageName()))
                                || (target.getPackageName().equals("java.nio.channels")
                                        && target.getSimpleName().contains("Socket")));
    }

    private Stream<String> standardStreams(JavaClass type, String home) {
        return home.equals(HousePlan.APP)
                ? Stream.empty()
                : accesses(
                        type,
                        access ->
                                access.getTargetOwner().getName().equals("java.lang.System")
                                        && Set.of("in", "out", "err", "console", "exit")
                                                .contains(access.getName()));
    }

    private Stream<String> catchAlls(JavaClass type, String home) {
        if (HousePlan.MAY_CATCH_ALL.contains(home)) {
            return Stream.empty();
        }
        return type.getCodeUnits().stream()
                .flatMap(unit -> unit.getTryCatchBlocks().stream())
                .filter(HouseRules::catchesAll)
                .map(TryCatchBlock::toString);
    }

    /** Closing a resource compiles to a catch of Throwable too: known by what it does with it. */
    private static boolean catchesAll(TryCatchBlock block) {
        boolean closesResource =
                block.getOwner().getCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("addSuppressed"));
        return block.getCaughtThrowables().stream()
                .anyMatch(
                        caught ->
                                caught.isEquivalentTo(Exception.class)
                                        || (caught.isEquivalentTo(Throwable.class)
                                                && !closesResource));
    }

    private Stream<String> notNullMarked(JavaClass type, String home) {
        return type.getPackage().isAnnotatedWith(NullMarked.class)
                ? Stream.empty()
                : Stream.of("package is not @NullMarked: " + type.getPackageName());
    }

    private static Stream<String> uses(JavaClass type, String name) {
        return dependencies(type, target -> target.getName().equals(name));
    }

    /** Dependencies on packages of the plan that {@code broken} says may not be. */
    private Stream<String> ours(JavaClass type, BiFunction<JavaClass, String, Boolean> broken) {
        return dependencies(
                type,
                target -> {
                    String home = plan.homeOf(target.getPackageName());
                    return !home.equals(HousePlan.ELSEWHERE) && broken.apply(target, home);
                });
    }

    static Stream<String> dependencies(JavaClass type, Predicate<JavaClass> broken) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(d -> broken.test(d.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription);
    }

    static Stream<String> accesses(JavaClass type, Predicate<JavaAccess<?>> broken) {
        return type.getAccessesFromSelf().stream().filter(broken).map(JavaAccess::getDescription);
    }
}
