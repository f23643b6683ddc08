/** Owns what is left out of pictures before they are kept: all that does not make the picture. Knows no storage. */
@NullMarked
package dev.yiwen.file.picture;

import org.jspecify.annotations.NullMarked;
