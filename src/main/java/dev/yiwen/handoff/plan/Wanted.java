package dev.yiwen.handoff.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a conversation is for, by the plan.
 *
 * @param points of urgency in all: of the reason, of the customer's tier and of the rules
 * @param rules names of those that held
 * @param marks what they could see of the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wanted(
        @Nullable String group,
        @Nullable Level level,
        @Nullable String language,
        int points,
        List<String> rules,
        List<Marked> marks) {

    public Wanted {
        rules = List.copyOf(rules);
        // Of somebody who waits since before there were marks.
        marks = marks == null ? List.of() : List.copyOf(marks);
    }

    /** For that group, because somebody said so. */
    public Wanted in(String otherGroup) {
        return new Wanted(otherGroup, level, language, points, rules, marks);
    }

    /** What agents must have; equal for all who want the same. */
    public Wanted withoutUrgency() {
        return new Wanted(group, level, language, 0, List.of(), List.of());
    }
}
