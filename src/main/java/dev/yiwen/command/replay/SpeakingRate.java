package dev.yiwen.command.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast people speak on the phone: about four characters a second, and a breath between two turns.
 *
 * @param speed 1 as in life, 10 ten times as fast
 */
record SpeakingRate(double speed) {
    private static final double CHARACTERS_A_SECOND = 4;
    private static final Duration BREATH = Duration.ofMillis(800);
    private static final int PARTIALS = 3;

    Duration breath() {
        return Duration.ofNanos((long) (BREATH.toNanos() / speed));
    }

    Duration speaking(int characters) {
        return Duration.ofNanos((long) (characters / CHARACTERS_A_SECOND * 1e9 / speed));
    }

    /** What a recogniser has heard by then, while a text is being spoken: growing beginnings, without the whole. */
    List<String> partials(String text) {
        var characters = text.codePointCount(0, text.length());
        var heard = new ArrayList<String>();
        for (var part = 1; part <= PARTIALS; part++) {
            var end = characters * part / (PARTIALS + 1);
            if (end > 0
                    && (heard.isEmpty()
                            || end
                                    > heard.getLast()
                                            .codePointCount(0, heard.getLast().length()))) {
                heard.add(text.substring(0, text.offsetByCodePoints(0, end)));
            }
        }
        return heard;
    }
}
