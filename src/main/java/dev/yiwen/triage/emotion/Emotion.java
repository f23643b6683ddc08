package dev.yiwen.triage.emotion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The model of anger: what a text tells by itself, read in two ways, and what the turns before it add. A text costs some
 * microseconds.
 *
 * @param version of the signs' meaning; a file of another version is refused
 */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public record Emotion(
        @JsonProperty int version,
        @JsonProperty GramWeights alone,
        @JsonProperty Certainty ofText,
        @JsonProperty GramWeights inTalk,
        @JsonProperty Certainty ofCourse) {

    static final int VERSION = 1;
    private static final String RESOURCE = "/triage/anger.json";

    public Emotion {
        if (version != VERSION || !ofCourse.signs().equals(SpeakerContext.SIGNS)) {
            throw new IllegalArgumentException("The model of anger was made for other signs; fit it again");
        }
    }

    /** The installer's own, or the one that comes with the product. */
    public static Emotion of(Optional<Path> own) {
        try (InputStream in = own.isPresent()
                ? Files.newInputStream(own.get())
                : Objects.requireNonNull(Emotion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ObjectMapper().readValue(in, Emotion.class);
        } catch (IOException e) {
            throw new UncheckedIOException(own.map(Path::toString).orElse(RESOURCE) + " cannot be read", e);
        }
    }

    public TextScores hear(Words words) {
        int[] grams = Grams.of(words);
        return new TextScores(alone.of(grams), inTalk.of(grams));
    }

    /** Probability that a text without company is angry. */
    public double ofText(TextScores heard) {
        return ofText.probability(heard.alone());
    }

    /** Probability that the last line is angry; {@code own} tells for each line whether the same person said it. */
    public double ofCourse(List<TextScores> heard, List<Boolean> own) {
        var lines = new ArrayList<SpeakerContext.Line>();
        for (int i = 0; i < heard.size(); i++) {
            lines.add(new SpeakerContext.Line(own.get(i), heard.get(i)));
        }
        return ofCourse.probability(SpeakerContext.of(lines));
    }

    /** From which probability on {@link #ofText} says angry. */
    public double textThreshold() {
        return ofText.threshold();
    }

    /** From which probability on {@link #ofCourse} says angry. */
    public double courseThreshold() {
        return ofCourse.threshold();
    }
}
