package dev.yiwen.command.example;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What invented people say, {@code example/words.json}; in an opening, {@code {0}} is the question. */
record ExampleWords(
        List<String> openings,
        List<String> thanks,
        List<String> wishes,
        List<String> misled,
        List<String> again,
        List<String> outage,
        List<String> complaints,
        List<String> greetings,
        List<String> helps,
        List<String> sorry,
        List<String> farewells,
        List<String> rude,
        List<String> satisfied,
        List<String> dissatisfied) {

    static ExampleWords read() {
        try (var in = Objects.requireNonNull(ExampleWords.class.getResourceAsStream("/example/words.json"))) {
            return new ObjectMapper().readValue(in, ExampleWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
