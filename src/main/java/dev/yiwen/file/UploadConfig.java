package dev.yiwen.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many files one person may send, over all instances; somebody who photographs every page of a bill needs twenty. */
@ConfigMapping(prefix = "yiwen.file.uploads")
interface UploadConfig {

    /** At once, after a while without any. */
    @WithDefault("20")
    int burst();

    /** For long: one in so much time. */
    @WithDefault("15s")
    Duration oneIn();

    /** The same for staff, who serve several customers. */
    @WithDefault("60")
    int staffBurst();

    @WithDefault("2s")
    Duration staffOneIn();

    /** The part of the heap that bodies of requests may have at once on this instance; what is stored needs some five times that. */
    @WithDefault("0.06")
    double memory();

    /** Bytes; two of the largest files, however small the heap. */
    @WithDefault("20971520")
    long leastMemory();

    /** Large requests of one sender that wait for the one before. */
    @WithDefault("20")
    int mostWaiting();

    /** How long a large request waits to be read. */
    @WithDefault("20s")
    Duration patience();

    /** How long a large request may take; 10 MB over a slow phone need 2 minutes. */
    @WithDefault("3m")
    Duration longest();
}
