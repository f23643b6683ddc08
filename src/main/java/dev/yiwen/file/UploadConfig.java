package dev.yiwen.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many files one customer may send, over all instances; a person who photographs every page of a bill needs twenty. */
@ConfigMapping(prefix = "yiwen.file.uploads")
interface UploadConfig {

    /** At once, after a while without any. */
    @WithDefault("20")
    int burst();

    /** For long: one in so much time. */
    @WithDefault("15s")
    Duration oneIn();
}
