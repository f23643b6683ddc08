/** Owns making a recorded voice into what browsers and recognisers take, by a command that the operator has installed. */
@NullMarked
package dev.yiwen.file.sound;

import org.jspecify.annotations.NullMarked;
