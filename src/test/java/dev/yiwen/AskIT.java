package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ask}, as its user calls it. */
@Timeout(600)
class AskIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Asked(int status, List<JsonNode> output, String errors) {}

    @Test
    void prints_an_object_a_question_in_their_order() throws Exception {
        var questions = Files.writeString(folder.resolve("questions.txt"), "你好\n\n转人工\n谢谢\n");
        try (var service = RunningYiwen.start()) {
            var waiting = Database.count("select count(*) from handoff where ended_at is null");
            var asked = ask(service.base().toString(), "--file", questions.toString());

            assertThat(asked.status()).isZero();
            assertThat(asked.output())
                    .extracting(object -> object.path("question").asText())
                    .containsExactly("你好", "转人工", "谢谢");
            assertThat(asked.output())
                    .extracting(object -> object.path("decision").asText())
                    .containsExactly("smalltalk", "handoff", "smalltalk");
            assertThat(asked.output())
                    .allSatisfy(object ->
                            assertThat(object.path("latencyMs").asLong()).isPositive());
            assertThat(asked.errors()).contains("questions.txt:2 is empty");
            assertThat(Database.count("select count(*) from handoff where ended_at is null"))
                    .as("nobody is left waiting for an agent")
                    .isEqualTo(waiting);
        }
    }

    @Test
    void says_in_a_sentence_that_nothing_runs() throws Exception {
        var asked = ask("http://127.0.0.1:" + RunningYiwen.freePort(), "你好");

        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.output()).isEmpty();
        assertThat(asked.errors()).contains("./yiwen run").doesNotContain("Exception");
    }

    private Asked ask(String url, String... arguments) throws IOException, InterruptedException {
        var errors = folder.resolve("errors.txt");
        var command = PackagedYiwen.command(Stream.concat(Stream.of("ask", "--url", url), Stream.of(arguments))
                .toArray(String[]::new));
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var json = new ObjectMapper();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> parse(json, line))
                .toList();
        return new Asked(process.waitFor(), output, Files.readString(errors));
    }

    private static JsonNode parse(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }
}
