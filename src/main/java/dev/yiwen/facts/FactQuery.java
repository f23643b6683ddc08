package dev.yiwen.facts;

import java.util.Map;

/** One question to the operator's systems. It may name a person: it is never logged. */
public record FactQuery(FactName fact, Map<String, String> inputs) {
    /** Input that names a customer: {@code tel:+86…} of a caller, else what the host application calls its member. */
    public static final String CUSTOMER = "customer";

    public static final String AREA = "area";

    public FactQuery {
        inputs = Map.copyOf(inputs);
    }

    @Override
    public String toString() {
        return fact.value();
    }
}
