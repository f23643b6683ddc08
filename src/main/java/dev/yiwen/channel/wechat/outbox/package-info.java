/** The ledger of what goes out: planned, sent, unknown or failed, one after the other for each customer. */
@NullMarked
package dev.yiwen.channel.wechat.outbox;

import org.jspecify.annotations.NullMarked;
