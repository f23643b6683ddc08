package dev.yiwen.file.ocr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Reading of text off the pictures that customers send, on this machine. */
@ConfigMapping(prefix = "yiwen.ocr")
public interface OcrConfig {

    /** Off: pictures are for people alone. The first picture loads 16 MB of models; while one is read they need up to 450 MB beside the heap. */
    @WithDefault("true")
    boolean enabled();

    /** How many pictures are read at the same time on one instance; each keeps a core busy for a second or two. */
    @WithDefault("1")
    int atOnce();

    /** How many may wait; further ones are not read. */
    @WithDefault("20")
    int mostWaiting();

    /** How long a picture waits to be read, with the reading; then it is there without its text. */
    @WithDefault("10s")
    Duration patience();

    /** Dots of the picture in which lines are looked for; a larger one is made smaller for that. Time and memory grow with them. */
    @WithDefault("1000000")
    long dots();
}
