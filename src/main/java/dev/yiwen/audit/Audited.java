package dev.yiwen.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a resource: when it has succeeded, it is written in the audit log who did it, before they are answered. For
 * what changes rights or erases, use {@link AuditLog} within the transaction instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
    /** A constant of {@link AuditKind}. */
    String value();

    /** E.g. {@code article:{id}}; {@code {id}} stands for the path's parameter of that name. */
    String subject();
}
