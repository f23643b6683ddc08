/**
 * Owns what the operator of this installation is called and looks like: name, bot, greeting, topics, colours, avatar, hotline.
 * Texts take it from here through {@code shared.StandingWords}; nothing about any operator stands in code.
 *
 * <p>May import {@code file}, {@code identity}, {@code audit} and {@code shared}.
 */
@NullMarked
package dev.yiwen.brand;

import org.jspecify.annotations.NullMarked;
