package dev.yiwen.file.sound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Making voices of WeChat playable, and any voice fit for a recogniser. */
@ConfigMapping(prefix = "yiwen.sound")
public interface SoundConfig {

    /**
     * {@code ffmpeg}, {@code sox}, a path of one of the two, or {@code none}; without a word whichever is there. {@code sox} takes AMR and WAV,
     * {@code ffmpeg} what browsers record, too.
     */
    Optional<String> converter();

    /** How many are converted at the same time on one instance. */
    @WithDefault("2")
    int atOnce();

    /** A converter that takes longer is ended. */
    @WithDefault("15s")
    Duration patience();

    /** What is longer is cut. WeChat's voices have a minute. */
    @WithDefault("2m")
    Duration longest();
}
