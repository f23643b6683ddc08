package dev.yiwen.facts;

import io.smallrye.mutiny.Uni;

/** The port to the operator's systems. Another connector takes the place of the one over HTTP by being this bean. */
public interface FactSource {

    /** Whether there is a system to ask. */
    boolean configured();

    /** Never fails, never blocks; {@code Late} is not for it to say. */
    Uni<FactReading> ask(FactDefinition fact, FactQuery query);
}
