/** The accounts that administrators add, with their secrets encrypted at rest. */
@NullMarked
package dev.yiwen.channel.wechat.account;

import org.jspecify.annotations.NullMarked;
