package dev.yiwen.assist.facts;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.facts.FactDefinition;
import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactQuery;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactsConfig;
import dev.yiwen.facts.LiveFacts;
import dev.yiwen.identity.Customers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts that a customer's words want, of themselves or of the place that they speak of. */
@Singleton
final class WantedFacts {
    private final LiveFacts facts;
    private final FactsConfig config;
    private final Customers customers;

    WantedFacts(LiveFacts facts, FactsConfig config, Customers customers) {
        this.facts = facts;
        this.config = config;
        this.customers = customers;
    }

    record Read(FactDefinition fact, FactReading reading) {}

    boolean possible() {
        return facts.configured();
    }

    Duration patience() {
        return config.patience();
    }

    /** After it each fact is there or will not come. */
    Duration longest() {
        return config.timeout().plusSeconds(1);
    }

    /** In the order in which they are shown. */
    Uni<List<Read>> read(Conversation conversation, String said, Duration patience) {
        return customers
                .find(conversation.customer())
                .chain(customer -> Uni.join()
                        .all(FactWords.in(said).stream()
                                .map(it -> read(it, inputs(customer.externalId(), said), patience))
                                .toList())
                        .andFailFast());
    }

    private Uni<Read> read(FactName name, Map<String, String> inputs, Duration patience) {
        var fact = facts.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        return facts.read(name, inputs, patience).map(it -> new Read(fact, it));
    }

    private static Map<String, String> inputs(@Nullable String customer, String said) {
        var inputs = new HashMap<String, String>();
        if (customer != null) {
            inputs.put(FactQuery.CUSTOMER, customer);
        }
        NamedArea.in(said).ifPresent(it -> inputs.put(FactQuery.AREA, it));
        return inputs;
    }
}
