/** WeCom's customer service: its messages by cursor, and who serves. */
@NullMarked
package dev.yiwen.channel.wechat.kf;

import org.jspecify.annotations.NullMarked;
