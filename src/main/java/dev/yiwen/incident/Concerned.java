package dev.yiwen.incident;

import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactQuery;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.LiveFacts;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an incident concerns a customer: by their words, and by what the operator's systems know of them where the words do not
 * tell where they are.
 */
@Singleton
public final class Concerned {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final LiveFacts facts;
    private final Customers customers;

    Concerned(LiveFacts facts, Customers customers) {
        this.facts = facts;
        this.customers = customers;
    }

    /** Never fails for what the systems do not say in time: then it is not known. */
    public Uni<Affected> by(Incident incident, CustomerId customer, Said said) {
        var spoken = ScopeReading.of(incident.scope(), said);
        if (spoken != Affected.MAYBE || !facts.configured()) {
            return Uni.createFrom().item(spoken);
        }
        return customers
                .find(customer)
                .chain(it -> known(it.externalId()))
                .map(it -> ScopeReading.of(incident.scope(), said.with(it.area, it.product)))
                .onFailure()
                .recoverWithItem(spoken);
    }

    private record Known(@Nullable String area, @Nullable String product) {}

    private Uni<Known> known(@Nullable String externalId) {
        return externalId == null
                ? Uni.createFrom().item(new Known(null, null))
                : facts.read(FactName.CUSTOMER, Map.of(FactQuery.CUSTOMER, externalId), PATIENCE)
                        .map(reading -> reading instanceof FactReading.Known known
                                ? new Known(texts(known, "area", "installedAt"), texts(known, "tariff", "products"))
                                : new Known(null, null));
    }

    private static @Nullable String texts(FactReading.Known known, String... fields) {
        var text = Stream.of(fields)
                .map(known.value()::get)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return text.isBlank() ? null : text;
    }
}
