package org.attune;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class that must break a rule of the house; {@code ArchitectureTest} lists them all. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Exempt {
    /** The rule as {@code ArchitectureTest} names it. */
    String rule();

    /** Why it cannot be kept here. */
    String because();
}
