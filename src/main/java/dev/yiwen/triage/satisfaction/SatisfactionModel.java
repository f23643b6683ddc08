package dev.yiwen.triage.satisfaction;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.Spoken;
import dev.yiwen.triage.emotion.Certainty;
import dev.yiwen.triage.emotion.GramWeights;
import dev.yiwen.triage.emotion.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Estimates satisfaction from words: what each of the customer's turns says by itself, and what the conversation comes to. A
 * conversation costs less than a millisecond.
 *
 * @param version of the signs' meaning; a file of another version is refused
 * @param fittedOn SHA-256 of the file that it was fitted on, in hexadecimal digits
 * @param turns the words of dissatisfied turns
 * @param dissatisfiedTurn from that, how probable it is that a turn is dissatisfied
 * @param dissatisfied of a conversation, from {@link ChatSigns}
 * @param unsatisfied that it is dissatisfied or in between
 */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
public record SatisfactionModel(
        @JsonProperty int version,
        @JsonProperty String fittedOn,
        @JsonProperty GramWeights turns,
        @JsonProperty Certainty dissatisfiedTurn,
        @JsonProperty Certainty dissatisfied,
        @JsonProperty Certainty unsatisfied) {

    static final int VERSION = 1;
    private static final String RESOURCE = "/triage/satisfaction.json";

    public SatisfactionModel {
        if (version != VERSION || !dissatisfied.signs().equals(ChatSigns.SIGNS)) {
            throw new IllegalArgumentException("The model of satisfaction was made for other signs; fit it again");
        }
    }

    /** The installer's own, or the one that comes with the product. */
    public static SatisfactionModel of(Optional<Path> own) {
        try (InputStream in = own.isPresent()
                ? Files.newInputStream(own.get())
                : Objects.requireNonNull(SatisfactionModel.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ObjectMapper().readValue(in, SatisfactionModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(own.map(Path::toString).orElse(RESOURCE) + " cannot be read", e);
        }
    }

    /** @param words a text in the form that the model reads */
    public Estimate of(List<Spoken> talk, Function<String, Words> words) {
        double[] each = talk.stream()
                .filter(Spoken::customer)
                .mapToDouble(it -> dissatisfiedTurn.probability(turns.of(words.apply(it.text()))))
                .toArray();
        double[] signs = ChatSigns.of(talk, each);
        double low = dissatisfied.probability(signs);
        double notHigh = unsatisfied.probability(signs);
        Mood likely = low >= dissatisfied.threshold()
                ? Mood.DISSATISFIED
                : notHigh >= unsatisfied.threshold() ? Mood.NEUTRAL : Mood.SATISFIED;
        return new Estimate(
                low,
                1 - Math.max(low, notHigh),
                likely,
                Arrays.stream(each).boxed().toList());
    }
}
