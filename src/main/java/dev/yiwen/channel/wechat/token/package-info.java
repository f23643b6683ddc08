/** Access tokens, one for all instances. */
@NullMarked
package dev.yiwen.channel.wechat.token;

import org.jspecify.annotations.NullMarked;
