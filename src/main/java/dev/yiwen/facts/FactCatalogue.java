package dev.yiwen.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.shared.ResourceLines;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts that there are, as {@code facts/catalogue.json} describes them. */
@Singleton
public final class FactCatalogue {
    private static final String FILE = "facts/catalogue.json";

    private final Map<FactName, FactDefinition> facts = new LinkedHashMap<>();

    public FactCatalogue() {
        for (var fact : read()) {
            facts.put(fact.name(), fact);
        }
    }

    /** In the order in which they are described. */
    public List<FactDefinition> all() {
        return List.copyOf(facts.values());
    }

    public Optional<FactDefinition> find(FactName name) {
        return Optional.ofNullable(facts.get(name));
    }

    private static List<FactDefinition> read() {
        try {
            return new ObjectMapper().readValue(ResourceLines.text(FILE), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }
}
