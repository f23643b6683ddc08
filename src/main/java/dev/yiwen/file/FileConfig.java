package dev.yiwen.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which files people may send. */
@ConfigMapping(prefix = "yiwen.file")
interface FileConfig {

    /** Bytes. The whole HTTP request is bounded by {@code quarkus.http.limits.max-body-size} too. */
    @WithDefault("10485760")
    int largest();

    /** Media types, as the content says. Nothing in which a browser would run a script. */
    @WithDefault("image/png,image/jpeg,image/gif,image/webp,image/heic,image/heif,"
            + "application/pdf,text/plain,text/csv,text/markdown,audio/amr,audio/vnd.wave,"
            + "audio/webm,audio/ogg,audio/mp4,audio/mpeg,audio/silk,video/mp4,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
            + "application/vnd.openxmlformats-officedocument.presentationml.presentation")
    Set<String> types();

    /** {@code host:port} of a ClamAV daemon that scans each file; without one files are not scanned. */
    Optional<String> clamd();

    /** A scanner that takes longer counts as down, and a file that was not scanned is refused. */
    @WithDefault("20s")
    Duration scanTimeout();
}
