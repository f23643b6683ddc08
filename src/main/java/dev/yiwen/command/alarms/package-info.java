/** {@code evaluate alarms}: a year in which nothing happens, and what rings in it. */
@NullMarked
package dev.yiwen.command.alarms;

import org.jspecify.annotations.NullMarked;
