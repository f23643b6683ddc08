/** The command {@code evaluate conversations}: plays written conversations through the decision of the product. */
@NullMarked
package dev.yiwen.command.conversations;

import org.jspecify.annotations.NullMarked;
