package dev.yiwen.channel.wechat.rendering;

import dev.yiwen.channel.wechat.quota.WaitingBubble;
import java.util.List;

/**
 * A message as WeChat shows it.
 *
 * @param pieces in their order, none longer than a message may be
 * @param options what the numbers in it stand for; empty when it has none
 * @param sendable false for what cannot go this way, such as a file: whoever sent it is told
 */
public record RenderedMessage(WaitingBubble.Voice voice, List<String> pieces, List<String> options, boolean sendable) {
    public RenderedMessage {
        pieces = List.copyOf(pieces);
        options = List.copyOf(options);
    }
}
