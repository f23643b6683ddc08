/**
 * The audio of calls and of voice messages: takes it from the telephone system, lets a recogniser hear it, measures how fast and how loud was spoken.
 * It stores and logs none of it.
 *
 * <p>May import {@code retrieval}, {@code knowledge}, {@code file} and {@code shared}; knows of calls through its port {@code CallWords} alone, and of
 * messages through {@code conversation}'s port {@code VoiceWords}.
 */
@NullMarked
package dev.yiwen.channel.voice.audio;

import org.jspecify.annotations.NullMarked;
