package dev.yiwen.edge.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/** Requests and answers to look at, from {@code openapi/examples.json}: by operation, then {@code request} or a status, then name. */
record InterfaceExamples(JsonNode all) {
    private static final String FILE = "/openapi/examples.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static InterfaceExamples read() {
        try (var in = Objects.requireNonNull(InterfaceExamples.class.getResourceAsStream(FILE), FILE)) {
            return new InterfaceExamples(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTo(Operation operation) {
        var examples = all.path(operation.getOperationId());
        var body = operation.getRequestBody();
        add(body == null ? null : body.getContent(), examples.path("request"));
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> add(response.getContent(), examples.path(status)));
    }

    private static void add(@Nullable Content content, JsonNode named) {
        if (content == null || named.isEmpty()) {
            return;
        }
        for (var media : content.getMediaTypes().values()) {
            named.properties()
                    .forEach(it -> media.addExample(
                            it.getKey(),
                            OASFactory.createExample().value(JSON.convertValue(it.getValue(), Object.class))));
        }
    }
}
