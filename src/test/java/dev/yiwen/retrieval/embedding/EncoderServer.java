package dev.yiwen.retrieval.embedding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** OpenAI's embeddings interface before the encoder in the box, whose vectors it fills up with zeros. */
public final class EncoderServer implements AutoCloseable {
    private static final String PATH = "/v1/embeddings";

    private final WireMockServer server;

    public EncoderServer(int port, int dimension) {
        var options = WireMockConfiguration.options().bindAddress("127.0.0.1").extensions(new Embeddings(dimension));
        server = new WireMockServer(port == 0 ? options.dynamicPort() : options.port(port));
        server.stubFor(WireMock.post(WireMock.urlEqualTo(PATH)).willReturn(WireMock.aResponse()));
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Embeddings(Encoder encoder, int dimension, ObjectMapper json)
            implements ResponseDefinitionTransformerV2 {
        Embeddings(int dimension) {
            this(new Encoder(), dimension, new ObjectMapper());
        }

        @Override
        public String getName() {
            return "embeddings";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            try {
                var texts = texts(json.readTree(event.getRequest().getBodyAsString()));
                var data = IntStream.range(0, texts.length)
                        .mapToObj(i -> Map.of("object", "embedding", "index", i, "embedding", vector(texts[i])))
                        .toList();
                var usage = Map.of("prompt_tokens", 1, "total_tokens", 1);
                return ResponseDefinitionBuilder.okForJson(
                                Map.of("object", "list", "model", "x", "data", data, "usage", usage))
                        .build();
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static String[] texts(JsonNode body) {
            var input = body.path("input");
            return input.isTextual()
                    ? new String[] {input.asText()}
                    : StreamSupport.stream(input.spliterator(), false)
                            .map(JsonNode::asText)
                            .toArray(String[]::new);
        }

        private float[] vector(String text) {
            return Arrays.copyOf(encoder.sentence(text), dimension);
        }
    }

    /** On a port, with so many components, until it is ended: for measuring. */
    public static void main(String[] arguments) {
        var served = new EncoderServer(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(served.baseUrl());
    }
}
