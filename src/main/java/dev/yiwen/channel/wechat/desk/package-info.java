/** What agents see of a customer in WeChat: what became of each message, and what may still be said. */
@NullMarked
package dev.yiwen.channel.wechat.desk;

import org.jspecify.annotations.NullMarked;
