/** Cards of what the operator's own systems say, when a customer's words want it. */
@NullMarked
package dev.yiwen.assist.facts;

import org.jspecify.annotations.NullMarked;
