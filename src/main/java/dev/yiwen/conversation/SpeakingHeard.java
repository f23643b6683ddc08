package dev.yiwen.conversation;

/**
 * Fired (as an asynchronous CDI event, on the instance that heard it) while somebody on a call is still speaking. It is not
 * stored, and may be left out when there is much else to do.
 *
 * @param text what they have said so far
 */
public record SpeakingHeard(Conversation conversation, Author speaker, String utteranceId, String text) {}
