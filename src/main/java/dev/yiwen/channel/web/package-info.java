/**
 * Owns the chat socket of web pages and apps.
 *
 * <p>May import {@code handoff}, {@code assist}, {@code quality}, {@code answer} and everything below.
 */
@NullMarked
package dev.yiwen.channel.web;

import org.jspecify.annotations.NullMarked;
