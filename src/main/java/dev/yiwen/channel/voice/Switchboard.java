package dev.yiwen.channel.voice;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Takes what is reported of calls, whichever way it came: by the socket, over HTTP, or from who hears the audio. */
@Singleton
final class Switchboard {
    private final Calls calls;
    private final LineEvents line;
    private final Tones tones;

    Switchboard(Calls calls, LineEvents line, Tones tones) {
        this.calls = calls;
        this.line = line;
        this.tones = tones;
    }

    /** Done when it is stored. Fails with a {@code Problem} that says what is wrong with it. */
    Uni<CallAnswer> take(CallEvent event) {
        return switch (event) {
            case CallEvent.Ringing ringing -> calls.ringing(ringing);
            case CallEvent.Transcript spoken -> spoken.last() ? calls.said(spoken) : calls.saying(spoken);
            case CallEvent.Tone tone -> tones.heard(tone);
            case CallEvent.OfLine ofLine -> line.take(ofLine);
        };
    }
}
