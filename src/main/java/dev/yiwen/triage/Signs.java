package dev.yiwen.triage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.yiwen.conversation.Message;
import java.util.List;

/**
 * What one customer message says by itself. Each turn reads the messages before it again, and many customers write the same,
 * so what was read once is kept.
 */
final class Signs {
    /** Characters in all, about 10 MB. */
    private static final long MOST_CHARACTERS = 4_000_000;
    /** What is kept beside a text, in characters. */
    private static final int AROUND_TEXT = 100;

    /**
     * @param wording the form that cues are compared with
     * @param felt how angry this message is by itself
     */
    record Of(String wording, List<CueList.Hit> wish, List<CueList.Hit> complaints, Anger.Felt felt) {}

    private final CueList human = CueList.load("triage/human.txt");
    private final CueList complaint = CueList.load("triage/complaint.txt");
    private final Anger anger;
    private final LoadingCache<String, Of> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, Of signs) -> AROUND_TEXT + 2 * text.length())
            .build(this::read);

    Signs(Anger anger) {
        this.anger = anger;
    }

    Of of(Message message) {
        return of(message.body().text());
    }

    Of of(String text) {
        return kept.get(text);
    }

    private Of read(String text) {
        String wording = Wording.of(text);
        return new Of(wording, human.hits(wording), complaint.hits(wording), anger.feel(text));
    }
}
