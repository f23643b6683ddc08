package dev.yiwen.handoff.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The plan that {@code handoff/standard-plan.json} holds. Its rules have names that supervisors read. */
final class StandardPlan {
    static final Plan PLAN = read();

    private StandardPlan() {}

    private static Plan read() {
        var name = "handoff/standard-plan.json";
        try (var in = Objects.requireNonNull(StandardPlan.class.getClassLoader().getResourceAsStream(name), name)) {
            return new ObjectMapper().readValue(in, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
