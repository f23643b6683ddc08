package dev.yiwen.audit;

import java.util.List;
import java.util.UUID;

/**
 * Whose data are meant: those of customers as such, and those of conversations. Of a customer who is erased both; when old
 * conversations are removed, the customers stay.
 */
public record Scope(List<UUID> customers, List<UUID> conversations) {
    public Scope {
        customers = List.copyOf(customers);
        conversations = List.copyOf(conversations);
    }

    public static Scope ofConversations(List<UUID> conversations) {
        return new Scope(List.of(), conversations);
    }

    public static Scope ofCustomers(List<UUID> customers) {
        return new Scope(customers, List.of());
    }

    boolean isEmpty() {
        return customers.isEmpty() && conversations.isEmpty();
    }
}
