/** A quarter of invented conversations, on which the pages for quality can be tried and shown. */
@NullMarked
package dev.yiwen.command.example;

import org.jspecify.annotations.NullMarked;
