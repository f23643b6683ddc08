/** Requests to WeChat, and what its error codes mean. */
@NullMarked
package dev.yiwen.channel.wechat.platform;

import org.jspecify.annotations.NullMarked;
