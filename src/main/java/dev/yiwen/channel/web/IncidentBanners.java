package dev.yiwen.channel.web;

import dev.yiwen.incident.Incident;
import dev.yiwen.incident.IncidentWords;
import dev.yiwen.incident.Incidents;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Shows in every open chat what stands. It is looked at each second, in memory: a time that has passed is gone from it as well. */
@Singleton
final class IncidentBanners {
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final Incidents incidents;
    private final IncidentWords words;
    private final ChatSessions sessions;
    private volatile ChatFrame.Standing shown = new ChatFrame.Standing(List.of());

    IncidentBanners(Incidents incidents, IncidentWords words, ChatSessions sessions) {
        this.incidents = incidents;
        this.words = words;
        this.sessions = sessions;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> Uni.createFrom().voidItem().invoke(this::look));
    }

    /** To a socket that has just been welcomed. */
    void greet(ChatSession session) {
        var now = standing();
        if (!now.incidents().isEmpty()) {
            session.push(now);
        }
    }

    private void look() {
        var now = standing();
        if (!now.equals(shown)) {
            shown = now;
            sessions.all().stream().filter(it -> it.conversation().isPresent()).forEach(it -> it.push(now));
        }
    }

    private ChatFrame.Standing standing() {
        var now = Instant.now();
        return new ChatFrame.Standing(incidents.told().stream()
                .filter(Incident::banner)
                .map(it -> new ChatFrame.StandingIncident(
                        it.id(),
                        it.level(),
                        words.standing(Locale.CHINESE, it, now),
                        words.standing(Locale.ENGLISH, it, now)))
                .toList());
    }
}
