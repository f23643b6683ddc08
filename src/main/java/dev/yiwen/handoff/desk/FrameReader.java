package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import dev.yiwen.handoff.desk.AgentFrame.FromClient;
import dev.yiwen.shared.Problem;
import jakarta.inject.Singleton;

/** Reads what an agent's page sends. A frame that lacks something is refused as a whole. */
@Singleton
final class FrameReader {
    private final ObjectReader reader;

    FrameReader(ObjectMapper json) {
        this.reader = json.readerFor(FromClient.class)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    FromClient read(String text) {
        try {
            FromClient frame = reader.readValue(text);
            if (frame == null) {
                throw invalid();
            }
            return frame;
        } catch (InvalidTypeIdException e) {
            throw new UnknownFrame();
        } catch (JsonProcessingException e) {
            // The parser's words would quote the frame, and with it what people wrote.
            throw invalid();
        }
    }

    private static Problem invalid() {
        return new Problem(Problem.Kind.INVALID, "This is not a frame, or a part of it is missing.");
    }

    /** A frame of a {@code type} that does not exist. */
    static final class UnknownFrame extends RuntimeException {
        UnknownFrame() {
            super("unknown frame", null, false, false);
        }
    }
}
