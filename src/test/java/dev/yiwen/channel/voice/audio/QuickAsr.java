package dev.yiwen.channel.voice.audio;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings that tests need not wait for. */
record QuickAsr(Duration kept, Duration silence, Duration lastWords) implements AsrConfig {
    QuickAsr() {
        this(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    @Override
    public Optional<URI> url() {
        return Optional.empty();
    }

    @Override
    public int hotWordWeight() {
        return 20;
    }

    @Override
    public Duration voiceMessage() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMillis(100);
    }
}
