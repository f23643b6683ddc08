package dev.yiwen.file.picture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a picture may be for whoever must decode it: the agent's tab, and this service for its preview. */
@ConfigMapping(prefix = "yiwen.file.pictures")
public interface PictureConfig {

    /** Dots. Phones take 50 million at most where nobody asks for more; a browser needs four bytes for each. */
    @WithDefault("50000000")
    long dots();

    /** Chunks, segments or blocks of one file. A program that writes PNG in pieces of 2 KB needs 5,000 for 10 MB. */
    @WithDefault("20000")
    int parts();

    /** Of pictures above four million dots; an empty page at one bit has most, some 2,000. */
    @WithDefault("2500")
    int dotsPerByte();

    /** How many are looked at or scaled at the same time on one instance; each may need 60 MB of memory. */
    @WithDefault("2")
    int atOnce();

    /** A preview has at most the dots of a square of this side. */
    @WithDefault("1600")
    int preview();

    default PictureLimits limits() {
        return new PictureLimits(dots(), parts(), dotsPerByte());
    }
}
