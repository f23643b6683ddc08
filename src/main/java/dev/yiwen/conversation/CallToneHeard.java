package dev.yiwen.conversation;

/**
 * Fired (asynchronous CDI event, on the instance that was told) when whoever hears the audio of a call has measured how a
 * speaker sounds. A reading that is older than the speaker's last is stored and fired no more, so readings come in order.
 */
public record CallToneHeard(ConversationId conversation, CallTone tone) {}
