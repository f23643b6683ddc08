package dev.yiwen.channel.voice.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Speech recognition of calls, by a server that speaks FunASR's two-pass protocol. */
@ConfigMapping(prefix = "yiwen.asr")
interface AsrConfig {

    /** Where the recogniser listens, such as {@code ws://asr:10095}. Without one no audio is taken. */
    Optional<URI> url();

    /** How much likelier a product word becomes to be heard. Lower it when product words are heard that nobody said; 0 sends none. */
    @WithDefault("20")
    int hotWordWeight();

    /** Audio that is kept while the recogniser is away or behind; older is dropped. Costs 32 kB a second and side at 16 kHz. */
    @WithDefault("5s")
    Duration kept();

    /** Before a lost recogniser is dialled again, twice as long before each further try. */
    @WithDefault("500ms")
    Duration firstPause();

    @WithDefault("30s")
    Duration longestPause();

    /** A recogniser that answers no ping for so long is lost. */
    @WithDefault("15s")
    Duration silence();

    /** So long the last sentence is awaited when the audio has ended. Raise it when ends of calls are missing in transcripts. */
    @WithDefault("5s")
    Duration lastWords();

    /** So long a voice message, which is sent at once, may take to be recognised. A minute of speech takes some 5 s on two cores. */
    @WithDefault("20s")
    Duration voiceMessage();
}
