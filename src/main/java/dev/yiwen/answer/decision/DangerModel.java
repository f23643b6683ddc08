package dev.yiwen.answer.decision;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells danger by the meaning of a message, whatever its words: a logistic of its vector, fitted by {@code ./yiwen evaluate
 * danger}. What it was fitted on is few, so it hands over only from a score that hardly any calm sentence reached.
 *
 * @param madeFrom the sentences that it was fitted on
 * @param madeBy the command that fits it again
 * @param threshold the score from which a message is dangerous
 * @param bias what the sum begins with
 * @param weights one a component of the vector (512)
 */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public record DangerModel(
        @JsonProperty String madeFrom,
        @JsonProperty String madeBy,
        @JsonProperty double threshold,
        @JsonProperty double bias,
        @JsonProperty List<Double> weights) {

    private static final String RESOURCE = "/answer/danger.json";

    public DangerModel {
        weights = List.copyOf(weights);
    }

    /** The installer's own, or the one that comes with the product. */
    static DangerModel of(Optional<Path> own) {
        try (InputStream in = own.isPresent()
                ? Files.newInputStream(own.get())
                : Objects.requireNonNull(DangerModel.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ObjectMapper().readValue(in, DangerModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(own.map(Path::toString).orElse(RESOURCE) + " cannot be read", e);
        }
    }

    /** @param meaning unit vector of a text, as {@link dev.yiwen.retrieval.Retrieval#meaning} has it */
    boolean isDanger(float[] meaning) {
        // Of an embeddings server of the operator's: words alone tell danger there, until this is fitted to it.
        return meaning.length == weights.size() && score(meaning) > threshold;
    }

    /** A logarithm of odds. */
    double score(float[] meaning) {
        if (meaning.length != weights.size()) {
            throw new IllegalArgumentException("The model of danger was made for other vectors; fit it again");
        }
        double sum = bias;
        for (int i = 0; i < meaning.length; i++) {
            sum += weights.get(i) * meaning[i];
        }
        return sum;
    }
}
