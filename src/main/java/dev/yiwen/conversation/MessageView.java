package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as sockets and pages carry it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        long seq, AuthorView author, Body body, @Nullable String clientMessageId, Instant at) {

    public static MessageView of(Message message) {
        return new MessageView(
                message.seq(),
                AuthorView.of(message.author()),
                message.body(),
                message.clientMessageId(),
                message.at());
    }
}
