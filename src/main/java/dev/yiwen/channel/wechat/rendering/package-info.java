/** What a conversation's messages are in WeChat, which knows plain text and no buttons. */
@NullMarked
package dev.yiwen.channel.wechat.rendering;

import org.jspecify.annotations.NullMarked;
