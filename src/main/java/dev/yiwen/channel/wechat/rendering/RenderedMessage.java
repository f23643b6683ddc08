package dev.yiwen.channel.wechat.rendering;

import dev.yiwen.channel.wechat.quota.WaitingBubble;
import dev.yiwen.conversation.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as WeChat shows it.
 *
 * @param pieces in their order, none longer than a message may be
 * @param options what the numbers in it stand for; empty when it has none
 * @param file what is sent instead of the words, which only name it
 */
public record RenderedMessage(
        WaitingBubble.Voice voice,
        List<String> pieces,
        List<String> options,
        @Nullable Attachment file) {
    public RenderedMessage {
        pieces = List.copyOf(pieces);
        options = List.copyOf(options);
    }
}
