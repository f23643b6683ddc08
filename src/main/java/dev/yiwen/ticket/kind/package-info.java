/** Owns which kinds of tickets there are: their steps, hours and fields, one version after the other. */
@NullMarked
package dev.yiwen.ticket.kind;

import org.jspecify.annotations.NullMarked;
