package dev.yiwen.triage;

import dev.yiwen.triage.emotion.Emotion;
import dev.yiwen.triage.emotion.TextScores;
import dev.yiwen.triage.emotion.Words;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words and the model that tell anger. */
@Singleton
public final class Anger {
    private final AngryWords list = new AngryWords();
    private final Emotion model;

    @Inject
    Anger(TriageConfig config) {
        this(Emotion.of(config.anger()));
    }

    private Anger(Emotion model) {
        this.model = model;
    }

    /** With the model that comes with the product. */
    static Anger shipped() {
        return new Anger(Emotion.of(Optional.empty()));
    }

    public Emotion model() {
        return model;
    }

    /**
     * What a message says by itself.
     *
     * @param words how strong its angry words are, 0 to 1
     */
    record Felt(double words, TextScores heard) {
        /** The course takes nothing from another's words but that they came between. */
        static final Felt OF_ANOTHER = new Felt(0, new TextScores(0, 0));
    }

    private static final Felt CALM = new Felt(0, new TextScores(0, 0));

    /**
     * @param wording of the message {@code raw}
     * @param hits its angry words
     */
    Felt feel(String raw, String wording, List<CueList.Hit> hits) {
        Words words = new Words(Wording.plain(raw), AngryWords.of(raw, hits));
        if (list.thanks(raw, wording, hits)) {
            return CALM;
        }
        // Of a thing that vexes, its tone says no more than its words.
        return new Felt(words.angryWords(), AngryWords.isMild(hits) ? CALM.heard() : model.hear(words));
    }

    /**
     * Of the last of some messages, 0 (calm) to 1. The list of words knows insults and this trade's complaints; the model
     * adds what it reads from tone and course, as far as it passes the threshold where it is right most often: what it was
     * fitted on is not customer service.
     *
     * @param felt of each message, oldest first
     * @param own which of them the customer wrote; the last is
     */
    double of(List<Felt> felt, List<Boolean> own) {
        double probability = model.ofCourse(felt.stream().map(Felt::heard).toList(), own);
        double threshold = model.courseThreshold();
        double tone = Math.max(0, probability - threshold) / (1 - threshold);
        var words = new ArrayList<Double>();
        for (int i = 0; i < felt.size(); i++) {
            if (own.get(i)) {
                words.add(felt.get(i).words());
            }
        }
        return 1 - (1 - AngryWords.over(words)) * (1 - tone);
    }

    /** The angry words of a message, which explain a reading; tone alone has none. */
    List<CueList.Hit> hits(String raw, CutWording wording) {
        return list.hits(raw, wording);
    }

    /** A message in the form that the model reads. */
    public Words words(String raw) {
        return new Words(Wording.plain(raw), AngryWords.of(raw, list.hits(raw, new CutWording(Wording.of(raw)))));
    }
}
