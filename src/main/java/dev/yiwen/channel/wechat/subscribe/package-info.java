/** Subscribe messages: which templates there are, who has consented how often, and what stands in one. */
@NullMarked
package dev.yiwen.channel.wechat.subscribe;

import org.jspecify.annotations.NullMarked;
