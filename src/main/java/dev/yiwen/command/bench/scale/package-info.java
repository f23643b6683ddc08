/** {@code bench scale}: how well and how fast the database's index finds neighbours among very many passages. */
@NullMarked
package dev.yiwen.command.bench.scale;

import org.jspecify.annotations.NullMarked;
