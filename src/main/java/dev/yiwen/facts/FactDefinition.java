package dev.yiwen.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A fact as everybody takes it from one place: the connector, the pages, the chat model's tools and the documents.
 *
 * @param description for people who connect a system, and for a chat model
 */
public record FactDefinition(
        FactName name, FactLabel label, String description, List<Input> inputs, List<FactField> outputs) {

    public record Input(String name, boolean required, String description) {}

    public FactDefinition {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Whether what it tells is about one person. */
    public boolean isPersonal() {
        return inputs.stream().anyMatch(it -> it.required() && it.name().equals(FactQuery.CUSTOMER));
    }

    /** With the inputs that it knows; empty when one that it needs is not there, or none at all is. */
    public Optional<FactQuery> query(Map<String, String> given) {
        var known = inputs.stream()
                .filter(it -> !given.getOrDefault(it.name(), "").isBlank())
                .collect(Collectors.toMap(
                        Input::name, it -> given.getOrDefault(it.name(), "").strip()));
        return known.isEmpty() || inputs.stream().anyMatch(it -> it.required() && !known.containsKey(it.name()))
                ? Optional.empty()
                : Optional.of(new FactQuery(name, known));
    }

    /** What a system said, as far as it is described; empty when nothing of it is. */
    public Optional<FactReading> reading(Map<String, Object> said, Instant at) {
        var value = FactField.described(outputs, said);
        return value.isEmpty() ? Optional.empty() : Optional.of(new FactReading.Known(name, value, at));
    }
}
