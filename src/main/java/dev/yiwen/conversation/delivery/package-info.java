/** What watchers of a conversation are told, each message once and in order. */
@NullMarked
package dev.yiwen.conversation.delivery;

import org.jspecify.annotations.NullMarked;
