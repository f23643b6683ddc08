/** The platform's interface over HTTP, beside it the one by which the simulator itself is led, and a page with a phone. */
@NullMarked
package dev.yiwen.command.wechat.http;

import org.jspecify.annotations.NullMarked;
