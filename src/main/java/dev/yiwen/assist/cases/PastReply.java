package dev.yiwen.assist.cases;

import java.util.Objects;

/**
 * What an agent answered once.
 *
 * @param context the turns before it, oldest first, joined by commas
 */
public record PastReply(String context, String response) {
    public PastReply {
        Objects.requireNonNull(context);
        Objects.requireNonNull(response);
    }
}
