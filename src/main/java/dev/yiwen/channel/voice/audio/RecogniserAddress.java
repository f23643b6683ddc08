package dev.yiwen.channel.voice.audio;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Where the recogniser is, if there is one. */
@ApplicationScoped
class RecogniserAddress {
    private final Optional<URI> url;

    @Inject
    RecogniserAddress(AsrConfig config) {
        this(config.url());
    }

    /** Fails for what is no address of a WebSocket. */
    RecogniserAddress(Optional<URI> url) {
        this.url = url.filter(it -> !it.toString().isBlank());
        this.url.ifPresent(it -> {
            if (it.getHost() == null || !("ws".equals(it.getScheme()) || "wss".equals(it.getScheme()))) {
                throw new IllegalArgumentException("yiwen.asr.url: must be like ws://host:10095 or wss://host:10095");
            }
        });
    }

    /** So that a wrong address is told at the start, and not by the first call. */
    void start(@Observes StartupEvent event) {}

    Optional<WebSocketConnectOptions> get() {
        return url.map(it -> new WebSocketConnectOptions().setAbsoluteURI(it.toString()));
    }
}
