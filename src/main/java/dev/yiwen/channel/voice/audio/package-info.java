/**
 * The audio of calls: takes it from the telephone system, lets a recogniser hear it, measures how fast and how loud was spoken.
 * It stores and logs none of it.
 *
 * <p>May import {@code retrieval}, {@code knowledge} and {@code shared}; knows of calls through its port {@code CallWords} alone.
 */
@NullMarked
package dev.yiwen.channel.voice.audio;

import org.jspecify.annotations.NullMarked;
