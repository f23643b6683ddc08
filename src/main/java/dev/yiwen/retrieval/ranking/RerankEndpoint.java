package dev.yiwen.retrieval.ranking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The rerank interface over HTTP: {@code {model, query, documents, top_n}} → {@code {results: [{index, relevance_score}]}}. */
final class RerankEndpoint implements ScoringModel {
    private final RerankConfig config;
    private final URI url;
    private final ObjectMapper json;
    private final HttpClient http;

    RerankEndpoint(RerankConfig config, ObjectMapper json) {
        this.config = config;
        this.url = URI.create(config.url().orElseThrow());
        this.json = json;
        // Several local servers do not take the upgrade to HTTP/2.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    record Request(
            String model,
            String query,
            List<String> documents,
            @JsonProperty("top_n") int topN) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Result(
            int index, @JsonProperty("relevance_score") double score) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ranking(@Nullable List<Result> results) {}

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
        var documents = segments.stream().map(TextSegment::text).toList();
        try {
            var request = HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(
                            json.writeValueAsBytes(new Request(config.model(), query, documents, documents.size()))));
            config.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
            var answer = answer(request.build());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return Response.from(scores(json.readValue(answer.body(), Ranking.class), documents.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client's own time limit ends with the head of an answer; this one with its body. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        var sent = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return sent.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } finally {
            sent.cancel(true);
        }
    }

    /** A document without a score of its own makes the whole order worthless. */
    private static List<Double> scores(@Nullable Ranking ranking, int count) throws IOException {
        var scores = new Double[count];
        for (var result : ranking == null || ranking.results() == null ? List.<Result>of() : ranking.results()) {
            if (result.index() >= 0 && result.index() < count) {
                scores[result.index()] = result.score();
            }
        }
        if (Arrays.asList(scores).contains(null)) {
            throw new IOException("not every document has a score");
        }
        return List.of(scores);
    }
}
