package dev.yiwen.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * What a feature knows of customers. Each feature with such data has a bean of this, so that nobody need know all tables to
 * hand out or erase everything of somebody.
 */
public interface CustomerData {
    /** A signal with the id of a customer, or of a conversation, that was erased: forget what is in memory, end its sockets. */
    String ERASED_SIGNAL = "erased";

    /** A file of what is handed out, e.g. {@code files/contract.pdf}. */
    record Document(String path, byte[] content) {}

    List<PersonalTable> tables();

    /** Customers whom staff may mean by this: an id, a telephone number, a name; a few of them. */
    default Uni<List<UUID>> find(String words) {
        return Uni.createFrom().item(List.of());
    }

    /** All conversations of these customers, if this feature has them. */
    default Uni<List<UUID>> conversationsOf(List<UUID> customers) {
        return Uni.createFrom().item(List.of());
    }

    /** What is readable without knowing tables, and what is not rows. */
    default Multi<Document> documents(Scope scope) {
        return Multi.createFrom().empty();
    }

    /** Ends what goes on, before anything is erased. */
    default Uni<Void> end(Scope scope) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Erases what is not rows; how many there were. Runs before the rows go, while none can be added; what fails here lets the
     * rows stand, and can be done again.
     */
    default Uni<Long> eraseElsewhere(Scope scope) {
        return Uni.createFrom().item(0L);
    }
}
