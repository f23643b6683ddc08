/** What came, in its order, into conversations; nothing is passed over. */
@NullMarked
package dev.yiwen.channel.wechat.inbox;

import org.jspecify.annotations.NullMarked;
