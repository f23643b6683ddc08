/** Owns what kinds of files there are: by their content, by their name, and what a document carries. */
@NullMarked
package dev.yiwen.file.kind;

import org.jspecify.annotations.NullMarked;
