/** Who opens the own mini-program: {@code wx.login}'s code becomes a customer's token. */
@NullMarked
package dev.yiwen.channel.wechat.login;

import org.jspecify.annotations.NullMarked;
