package dev.yiwen.handoff.caller;

import dev.yiwen.facts.FactDefinition;
import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactQuery;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactView;
import dev.yiwen.facts.LiveFacts;
import dev.yiwen.identity.Customer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the operator's systems know of who is calling. */
@Singleton
final class CallerFacts {
    private static final List<FactName> ASKED = List.of(
            FactName.CUSTOMER, FactName.OUTAGES_IN_AREA, FactName.LINE_STATE, FactName.BILL, FactName.DATA_LEFT);

    private final LiveFacts facts;

    CallerFacts(LiveFacts facts) {
        this.facts = facts;
    }

    /** One of each, in the order in which they are shown; none without systems, or without somebody to ask for. */
    Uni<List<FactReading>> of(Customer customer, Duration patience) {
        var known = customer.externalId();
        if (!facts.configured() || known == null) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(ASKED.stream()
                        .map(it -> facts.read(it, Map.of(FactQuery.CUSTOMER, known), patience))
                        .toList())
                .andFailFast();
    }

    List<FactView> views(List<FactReading> readings) {
        return readings.stream()
                .flatMap(it -> facts.all().stream()
                        .filter((FactDefinition fact) -> fact.name().equals(it.fact()))
                        .map(fact -> FactView.of(fact, it)))
                .toList();
    }
}
