package dev.yiwen.incident.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.incident.Incident;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as supervisors see it.
 *
 * @param overdue whether the time that was told has passed: customers are not told it any more
 * @param says what a customer whom it concerns is told now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Declared(
        UUID id,
        int level,
        String cause,
        List<String> regions,
        List<String> products,
        List<String> words,
        List<String> except,
        List<String> articles,
        boolean banner,
        boolean drill,
        @Nullable Instant eta,
        boolean overdue,
        Instant declaredAt,
        String declaredBy,
        @Nullable Instant recoveredAt,
        String says,
        @Nullable Measures measures) {

    static Declared of(Incident it, String says, @Nullable Measures measures) {
        return new Declared(
                it.id(),
                it.level(),
                it.cause(),
                it.scope().regions(),
                it.scope().products(),
                it.scope().words(),
                it.scope().except(),
                it.scope().articles(),
                it.banner(),
                it.drill(),
                it.eta(),
                it.overdueAt(Instant.now()),
                it.declaredAt(),
                it.declaredBy(),
                it.recoveredAt(),
                says,
                measures);
    }
}
