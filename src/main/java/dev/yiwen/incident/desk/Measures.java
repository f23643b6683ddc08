package dev.yiwen.incident.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of it.
 *
 * @param firstNoticeSeconds from its declaration to the first customer told; null while nobody was
 * @param targetSeconds within which the first is to be told: 10 min of level 1, 30 min of level 2
 * @param told chats in which it was told
 * @param askedBot of these, those whose question the bot answered with it
 * @param deflected of these, those that did not go on to a person since
 * @param repeated further questions in chats that had been told
 * @param recoveryTold chats in which its end was told
 * @param tickets opened meanwhile and linked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measures(
        @Nullable Long firstNoticeSeconds,
        long targetSeconds,
        long told,
        long askedBot,
        long deflected,
        long repeated,
        long recoveryTold,
        long tickets) {}
