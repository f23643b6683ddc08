/** How much may still be said to a customer, and how to make do with it. Plain rules, without a database. */
@NullMarked
package dev.yiwen.channel.wechat.quota;

import org.jspecify.annotations.NullMarked;
