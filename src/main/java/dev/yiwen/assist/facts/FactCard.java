package dev.yiwen.assist.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.assist.card.Card;
import dev.yiwen.facts.FactDefinition;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactView;
import dev.yiwen.knowledge.Audience;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Makes a card of what came of asking; {@code details}: {@code view} as pages show facts, {@code advice} for the agent. */
@Singleton
final class FactCard {
    private static final double SURE = 0.9;
    private static final double WAITING = 0.5;

    private final FactSentences sentences;
    private final ObjectMapper json;

    FactCard(FactSentences sentences, ObjectMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    static String keyOf(FactDefinition fact) {
        return "fact:" + fact.name().value();
    }

    /** None where the systems know nothing: there is nothing to show, nor to wait for. */
    Optional<Card> of(FactDefinition fact, FactReading reading) {
        return switch (reading) {
            case FactReading.Known it -> Optional.of(card(fact, it, sentences.of(it), SURE));
            case FactReading.Late it -> Optional.of(card(fact, it, FactSentences.Sentences.NONE, WAITING));
            case FactReading.Broken it -> Optional.of(card(fact, it, FactSentences.Sentences.NONE, WAITING));
            case FactReading.Unknown it -> Optional.empty();
        };
    }

    private Card card(FactDefinition fact, FactReading reading, FactSentences.Sentences words, double confidence) {
        var view = json.convertValue(FactView.of(fact, reading), new TypeReference<Map<String, Object>>() {});
        var details = new JsonObject().put("view", new JsonObject(view));
        if (!words.advice().isEmpty()) {
            details.put("advice", words.advice());
        }
        return new Card(
                keyOf(fact),
                Card.Kind.FACT,
                fact.label().chinese(),
                words.says(),
                null,
                null,
                Audience.CUSTOMER,
                confidence,
                details);
    }
}
