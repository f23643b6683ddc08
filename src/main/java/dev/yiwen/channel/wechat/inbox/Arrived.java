package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.channel.wechat.subscribe.SubscribeNews;
import dev.yiwen.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** What a customer, or WeChat, has done. Nothing that came is without a case. */
public sealed interface Arrived {

    /** @param trigger what it allows us to say */
    record Said(String text, Trigger trigger) implements Arrived {}

    /**
     * A picture, a sound, a film, a document.
     *
     * @param name with an extension; what it is its content says
     * @param words what WeChat recognised in a voice, where it still does
     */
    record SentFile(String mediaId, String name, @Nullable String words) implements Arrived {
        SentFile(String mediaId, String name) {
            this(mediaId, name, null);
        }
    }

    /** What people understand and the bot does not: a place, a link, a card, a kind that nobody here knows. */
    record Described(String words) implements Arrived {}

    /**
     * Came in, followed, or scanned a code.
     *
     * @param from the scene, or the context that the page before gave along
     * @param welcomeCode of WeCom, for one message at once
     * @param greets whether a greeting is due
     */
    record CameIn(
            @Nullable String from,
            @Nullable String welcomeCode,
            @Nullable Trigger trigger,
            boolean greets) implements Arrived {}

    /** A person in WeCom's client has said it. */
    record SaidByServicer(String servicer, String words) implements Arrived {}

    /**
     * WeCom serves the customer otherwise from now on.
     *
     * @param endCode where that is the end, good for one question within 20 s
     */
    record ServedBy(ServiceState state, @Nullable String endCode) implements Arrived {}

    /**
     * Somebody at WeChat's own service desk has taken the customer, or let them go.
     *
     * @param by who ({@code KfAccount})
     */
    record AtDesk(boolean there, String by) implements Arrived {}

    /** What customers told the platform of subscribe messages, and what became of those that were sent. */
    record OfSubscriptions(SubscribeNews news) implements Arrived {}

    /**
     * How they found a consultation, by a tap on the question at its end.
     *
     * @param words of the entry that they tapped
     */
    record Rated(ConversationId conversation, int score, String words) implements Arrived {}

    /** A message of ours that WeChat had accepted did not arrive after all. */
    record NotDelivered(String messageId, int failType) implements Arrived {}

    /**
     * WeCom has messages to fetch.
     *
     * @param token good for ten minutes
     * @param openKfid whose; a company's application has one address for all of them
     */
    record News(@Nullable String token, @Nullable String openKfid) implements Arrived {}

    /** Nothing for a conversation: what became of a template message, somebody who no longer follows. */
    record Aside(String kind) implements Arrived {}
}
