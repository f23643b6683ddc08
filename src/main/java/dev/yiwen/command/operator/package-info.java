/** An example back end of an operator, for trying out live facts. Everything in it is invented. */
@NullMarked
package dev.yiwen.command.operator;

import org.jspecify.annotations.NullMarked;
