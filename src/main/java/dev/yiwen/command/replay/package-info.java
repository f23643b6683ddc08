/** The client {@code call replay}: plays recorded transcripts into the running service as calls. */
@NullMarked
package dev.yiwen.command.replay;

import org.jspecify.annotations.NullMarked;
