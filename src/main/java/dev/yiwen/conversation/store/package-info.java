/** The rows of conversations and messages: who may change them, in which order, and what is committed together. */
@NullMarked
package dev.yiwen.conversation.store;

import org.jspecify.annotations.NullMarked;
