/** Owns where the bytes of files are kept: rows, or an object store. */
@NullMarked
package dev.yiwen.file.store;

import org.jspecify.annotations.NullMarked;
