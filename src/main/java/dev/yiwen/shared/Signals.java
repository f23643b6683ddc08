package dev.yiwen.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/**
 * Short hints between the instances of one installation: something was committed, look. A signal may be lost (a broken
 * connection) but never the fact behind it, which is a row; after a loss {@code onGap} asks listeners to look again.
 * PostgreSQL's LISTEN/NOTIFY by default ({@code PgSignals}).
 */
public interface Signals {

    /** Sends now, to every instance including this one. Payloads stay under 7,900 bytes. */
    Uni<Void> send(String topic, String payload);

    /**
     * Calls {@code listener} with each payload of a topic, on an event loop: it must not block. {@code onGap} runs when
     * signals may have been missed.
     */
    void listen(String topic, Consumer<String> listener, Runnable onGap);
}
