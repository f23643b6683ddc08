package dev.yiwen.knowledge.usefulness;

import dev.yiwen.shared.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list: the last days, today among them, and which articles. */
final class UsefulnessQuery {
    @QueryParam("days")
    @DefaultValue("30")
    @Min(1) @Max(UseCounting.MOST_DAYS) int days;

    @QueryParam("standing")
    @Nullable String standing;

    @QueryParam("mine")
    boolean mine;

    @QueryParam("q")
    @Size(max = 200) @Nullable String q;

    int days() {
        return days;
    }

    boolean mine() {
        return mine;
    }

    @Nullable String words() {
        return q;
    }

    Usefulness.@Nullable Standing standing() {
        var wanted = standing;
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        try {
            return Usefulness.Standing.valueOf(wanted.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "standing cannot be " + wanted);
        }
    }
}
