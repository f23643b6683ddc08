package dev.yiwen.command.bench;

/**
 * What a frame from the service means to a visitor. Found by looking for its marks rather than by reading it as JSON: the
 * clients share the machine with what they measure, and reading would cost as much as a part of the answer.
 */
enum Frame {
    WELCOME,
    ACKNOWLEDGED,
    ANSWER,
    OVERLOADED,
    QUEUED,
    BACK,
    REFUSED,
    OTHER;

    static Frame of(String text) {
        if (text.startsWith("{\"type\":\"message\"")) {
            return ofMessage(text);
        }
        if (text.startsWith("{\"type\":\"ack\"")) {
            return ACKNOWLEDGED;
        }
        if (text.startsWith("{\"type\":\"owner\"")) {
            return ofOwner(text);
        }
        if (text.startsWith("{\"type\":\"welcome\"")) {
            return WELCOME;
        }
        if (text.startsWith("{\"type\":\"error\"")) {
            return text.contains("\"code\":\"overloaded\"") ? OVERLOADED : REFUSED;
        }
        return OTHER;
    }

    private static Frame ofMessage(String text) {
        if (!text.contains("\"author\":{\"kind\":\"bot\"")) {
            return OTHER;
        }
        return text.contains("\"code\":\"bot-overloaded\"") ? OVERLOADED : ANSWER;
    }

    private static Frame ofOwner(String text) {
        if (text.contains("\"kind\":\"queue\"")) {
            return QUEUED;
        }
        return text.contains("\"kind\":\"bot\"") ? BACK : OTHER;
    }
}
