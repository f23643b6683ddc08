package dev.yiwen.facts;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.yiwen.privacy.Masked;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Live facts as tools of a chat model, read only. For whom they are asked is not the model's to say: who calls it binds the
 * customer, so that no words in a chat bring out somebody else's bill. See decision 0110.
 */
@Singleton
@Unremovable
public final class FactTools {
    /** Names and addresses are nothing for a model. */
    private static final FactName KEPT_BACK = FactName.CUSTOMER;

    private final LiveFacts facts;

    FactTools(LiveFacts facts) {
        this.facts = facts;
    }

    /**
     * None without systems to ask.
     *
     * @param customer as {@link FactQuery#CUSTOMER}; null leaves what is asked of areas
     */
    public List<ToolSpecification> specifications(@Nullable String customer) {
        return facts.configured()
                ? facts.all().stream()
                        .filter(it -> isOffered(it, customer))
                        .map(FactTools::specification)
                        .toList()
                : List.of();
    }

    /** Never fails: what cannot be had is said in words that a model may pass on. Personal data in it is masked. */
    public Uni<ToolExecutionResultMessage> execute(ToolExecutionRequest request, @Nullable String customer) {
        return tell(request, customer).map(told -> ToolExecutionResultMessage.from(request, told.words()));
    }

    /** @param known whether the words are what a system said, rather than that it said nothing */
    public record Told(String words, boolean known) {}

    /** As {@link #execute}, for who has to know on what a sentence of the model rests. */
    public Uni<Told> tell(ToolExecutionRequest request, @Nullable String customer) {
        return offered(request.name(), customer)
                .map(fact -> facts.read(fact.name(), inputs(fact, request.arguments(), customer))
                        .map(reading -> told(fact, reading)))
                .orElseGet(() -> Uni.createFrom().item(new Told("没有这个工具。", false)))
                // Names are looked for in a dictionary.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> new Told(Masked.text(it.words()), it.known()));
    }

    private static boolean isOffered(FactDefinition fact, @Nullable String customer) {
        return !fact.name().equals(KEPT_BACK) && (customer != null || !fact.isPersonal());
    }

    private Optional<FactDefinition> offered(String tool, @Nullable String customer) {
        return facts.configured()
                ? facts.all().stream()
                        .filter(it -> it.name().value().equals(tool) && isOffered(it, customer))
                        .findFirst()
                : Optional.empty();
    }

    private static ToolSpecification specification(FactDefinition fact) {
        var inputs = JsonObjectSchema.builder();
        fact.inputs().stream()
                .filter(it -> !it.name().equals(FactQuery.CUSTOMER))
                .forEach(it -> inputs.addStringProperty(it.name(), it.description()));
        return ToolSpecification.builder()
                .name(fact.name().value())
                .description(fact.description())
                .parameters(inputs.build())
                .build();
    }

    private static Map<String, String> inputs(
            FactDefinition fact, @Nullable String arguments, @Nullable String customer) {
        var given = object(arguments);
        var inputs = new HashMap<String, String>();
        for (var input : fact.inputs()) {
            if (given.getValue(input.name()) instanceof String value) {
                inputs.put(input.name(), value);
            }
        }
        // Last: whatever the model says.
        inputs.remove(FactQuery.CUSTOMER);
        if (customer != null) {
            inputs.put(FactQuery.CUSTOMER, customer);
        }
        return inputs;
    }

    private static JsonObject object(@Nullable String arguments) {
        try {
            return arguments == null || arguments.isBlank() ? new JsonObject() : new JsonObject(arguments);
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }

    private static Told told(FactDefinition fact, FactReading reading) {
        return switch (reading) {
            case FactReading.Known it -> new Told(FactInWords.of(fact, it.value()), true);
            case FactReading.Unknown it -> new Told("系统里没有。", false);
            case FactReading.Late it -> new Told("现在还没有取到。", false);
            case FactReading.Broken it -> new Told("现在查不到。", false);
        };
    }
}
