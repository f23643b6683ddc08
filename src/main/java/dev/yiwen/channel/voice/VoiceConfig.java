package dev.yiwen.channel.voice;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The way in for telephony systems. */
@ConfigMapping(prefix = "yiwen.voice")
interface VoiceConfig {

    /** What the telephony system proves itself with. Without one nobody may report calls. */
    Optional<String> token();
}
