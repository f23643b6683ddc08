/** How the platform writes and signs what it pushes, and reads what comes back. Knows no accounts and no time. */
@NullMarked
package dev.yiwen.command.wechat.push;

import org.jspecify.annotations.NullMarked;
