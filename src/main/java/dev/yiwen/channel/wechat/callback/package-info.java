/** What WeChat pushes: checked, stored, acknowledged. Knows the six forms of a body and no conversation. */
@NullMarked
package dev.yiwen.channel.wechat.callback;

import org.jspecify.annotations.NullMarked;
