/**
 * What the platform knows and decides: accounts, tokens, allowances, media, sessions of WeCom kf, and what it pushes to whom
 * and when. In memory, bounded, and by its own clock; the network is only met where callbacks are delivered.
 */
@NullMarked
package dev.yiwen.command.wechat.platform;

import org.jspecify.annotations.NullMarked;
