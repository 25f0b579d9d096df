package org.attune;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which static fields could change while the program runs. */
final class Statics {
    private static final Set<String> IMMUTABLE_PACKAGES =
            Set.of(
                    "java.math",
                    "java.nio.charset",
                    "java.time",
                    "java.time.format",
                    "java.util.function",
                    "java.util.regex");
    private static final Set<String> IMMUTABLE_TYPES =
            Set.of(
                    "java.awt.BasicStroke",
                    "java.awt.Color",
                    "java.awt.Font",
                    "java.lang.Boolean",
                    "java.lang.Byte",
                    "java.lang.Character",
                    "java.lang.Class",
                    "java.lang.Double",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Short",
                    "java.lang.String",
                    "java.lang.System$Logger",
                    "java.nio.file.Path",
                    "java.security.SecureRandom", // nothing anyone could tell has changed
                    "java.util.Comparator",
                    "java.util.HexFormat",
                    "java.util.Locale",
                    "java.util.Optional",
                    "java.util.OptionalDouble",
                    "java.util.OptionalInt",
                    "java.util.UUID",
                    "javax.swing.KeyStroke");

    private Statics() {}

    static Stream<String> mutable(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !isImmutable(field))
                .map(field -> "static field can change: " + field.getName());
    }

    private static boolean isImmutable(JavaField field) {
        JavaClass type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return false;
        }
        if (type.isArray()) { // a table: nobody outside can write to it
            return field.getModifiers().contains(JavaModifier.PRIVATE);
        }
        if (isCollection(type)) {
            return !fillsCollections(field.getOwner());
        }
        return type.isPrimitive()
                || type.isEnum()
                || IMMUTABLE_PACKAGES.contains(type.getPackageName())
                || IMMUTABLE_TYPES.contains(type.getName())
                || isOwnValue(type);
    }

    private static boolean isCollection(JavaClass type) {
        return type.isEquivalentTo(List.class)
                || type.isEquivalentTo(Set.class)
                || type.isEquivalentTo(Map.class)
                || type.isEquivalentTo(Collection.class);
    }

    /** Whether the class's initialiser makes a collection and does not close it to change. */
    private static boolean fillsCollections(JavaClass owner) {
        return initialiserCalls(owner, JavaConstructor.CONSTRUCTOR_NAME)
                && !initialiserCalls(owner, "copyOf")
                && !initialiserCalls(owner, "unmodifiable");
    }

    private static boolean initialiserCalls(JavaClass owner, String namePrefix) {
        return owner.getStaticInitializer().stream()
                .flatMap(start -> start.getCallsFromSelf().stream())
                .filter(
                        call ->
                                call.getTargetOwner().isAssignableTo(Collection.class)
                                        || call.getTargetOwner().isAssignableTo(Map.class)
                                        || call.getTargetOwner().isEquivalentTo(Collections.class))
                .anyMatch(call -> call.getName().startsWith(namePrefix));
    }

    /** A record, an interface, or a class all of whose fields are final. */
    private static boolean isOwnValue(JavaClass type) {
        return HousePlan.isIn("org.attune", type.getPackageName())
                && (type.isRecord()
                        || type.isInterface()
                        || type.getAllFields().stream()
                                .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
                                .allMatch(f -> f.getModifiers().contains(JavaModifier.FINAL)));
    }
}
