package dev.yiwen.handoff.queue;

import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Situation;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the words of rules would have done in the last 30 days: a word that is in everybody's mouth moves the whole queue. */
@Singleton
public final class RuleEffects {
    /** From this share of those who wanted a human on, somebody is to say that it is meant. */
    private static final double WIDE = 0.01;

    /** Fewer say nothing. */
    private static final int FEWEST = 20;

    private final Placement placement;
    private final Messages messages;

    RuleEffects(Placement placement, Messages messages) {
        this.placement = placement;
        this.messages = messages;
    }

    /** Of rules with words that are new or were changed, in words for whoever wrote them. */
    public Uni<List<String>> warnings(Plan held, Plan wanted) {
        var fresh = wanted.rules().stream()
                .filter(it -> it.enabled()
                        && !it.when().words().isEmpty()
                        && !held.rules().contains(it))
                .toList();
        return fresh.isEmpty()
                ? Uni.createFrom().item(List.of())
                : placement.lately().map(situations -> warnings(messages, fresh, situations));
    }

    static List<String> warnings(Messages messages, List<Plan.Rule> rules, List<Situation> situations) {
        return rules.stream()
                .flatMap(rule -> {
                    long met = situations.stream().filter(rule.when()::holdsFor).count();
                    return situations.size() < FEWEST || met <= WIDE * situations.size()
                            ? Stream.<String>empty()
                            : Stream.of(messages.text(
                                    "handoff.plan-fault.rule-wide",
                                    Map.of("rule", rule.name(), "met", "" + met, "of", "" + situations.size())));
                })
                .toList();
    }
}
