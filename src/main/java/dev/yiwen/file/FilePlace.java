package dev.yiwen.file;

import java.util.UUID;

/** Where a file was sent; who may read that may see it. */
public record FilePlace(Kind kind, UUID id) {
    public enum Kind {
        CONVERSATION,
        TICKET
    }

    public static FilePlace conversation(UUID id) {
        return new FilePlace(Kind.CONVERSATION, id);
    }

    public static FilePlace ticket(UUID id) {
        return new FilePlace(Kind.TICKET, id);
    }

    String column() {
        return switch (kind) {
            case CONVERSATION -> "conversation_id";
            case TICKET -> "ticket_id";
        };
    }
}
