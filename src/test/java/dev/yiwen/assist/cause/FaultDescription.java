package dev.yiwen.assist.cause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a customer says of a fault, the cause that it has, and what they answer when asked. */
record FaultDescription(String said, String cause, Map<String, String> answers) {

    static List<FaultDescription> all() {
        return lines("fault-descriptions.txt").stream()
                .map(FaultDescription::of)
                .toList();
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/assist", file)).stream()
                    .filter(it -> !it.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaultDescription of(String line) {
        var parts = line.split(" \\| ");
        return new FaultDescription(
                parts[0],
                parts[1],
                Arrays.stream(parts[2].split(" ; "))
                        .map(it -> it.split(" => "))
                        .collect(Collectors.toMap(it -> it[0].strip(), it -> it[1].strip())));
    }

    /** Who was not expected to be asked does not know. */
    String answer(String question) {
        var answer = answers.getOrDefault(question, "-");
        return answer.equals("-") ? "这个我不知道" : answer;
    }
}
