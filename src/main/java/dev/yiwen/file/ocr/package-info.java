/** Owns reading text off a picture: where it stands, and what it says. Knows no storage and no conversation. */
@NullMarked
package dev.yiwen.file.ocr;

import org.jspecify.annotations.NullMarked;
