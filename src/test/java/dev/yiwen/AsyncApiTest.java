package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the sockets says what the records say. */
class AsyncApiTest {
    private static final JsonNode DOCUMENT = read();

    static Stream<SocketFrames> frames() {
        return SocketFrames.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void describes_each_frame_with_its_fields(SocketFrames frames) {
        var described = described(frames);

        assertThat(described.keySet()).isEqualTo(frames.types().keySet());
        frames.types()
                .forEach((type, record) -> assertThat(described.get(type))
                        .as(frames.socket() + " " + type)
                        .isEqualTo(fields(record)));
    }

    @Test
    void points_at_nothing_that_is_not_there() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    /** The fields of the payload of each type, but for the type itself. */
    private static Map<String, Set<String>> described(SocketFrames frames) {
        var operation = DOCUMENT.path("operations")
                .path(frames.socket()
                        + switch (frames.direction()) {
                            case FROM_CLIENT -> "FromClientFrames";
                            case FROM_SERVER -> "FromServerFrames";
                        });
        var described = new HashMap<String, Set<String>>();
        for (var reference : operation.path("messages")) {
            var message = resolve(resolve(reference));
            var properties = new HashSet<String>();
            message.at("/payload/properties").fieldNames().forEachRemaining(properties::add);
            properties.remove("type");
            described.put(message.at("/payload/properties/type/const").asText(), properties);
        }
        return described;
    }

    private static JsonNode resolve(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }

    private static Set<String> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("src/main/resources/META-INF/resources/asyncapi.yaml")
                            .toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
