package dev.yiwen.command.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads first messages, one JSON object a line, as conversations of one turn. */
final class FirstMessages {

    /**
     * A line.
     *
     * @param expect articles any of which is right
     * @param each of a message that asks several things: what is right of each, {@code a | b} when either is
     * @param act what is right too, or alone: {@code clarify}, {@code smalltalk}, {@code handoff}, {@code none}; {@code a | b}
     * @param forbid as in {@link Script.Turn}
     * @param lacks as in {@link Script.Turn}
     */
    record Line(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) String text,
            List<String> expect,
            List<String> each,
            @Nullable String act,
            List<String> forbid,
            @Nullable String lacks) {

        Line {
            expect = expect == null ? List.of() : List.copyOf(expect);
            each = each == null ? List.of() : List.copyOf(each);
            forbid = forbid == null ? List.of() : List.copyOf(forbid);
            if (expect.isEmpty() && each.isEmpty() && act == null) {
                throw new IllegalArgumentException("a question needs \"expect\", \"each\" or \"act\"");
            }
            if (!each.isEmpty() && (!expect.isEmpty() || act != null)) {
                throw new IllegalArgumentException("\"each\" stands without \"expect\" and \"act\"");
            }
        }

        Script script() {
            return new Script(
                    id,
                    List.of(new Script.Turn(text, null, kind, new Script.Expected(parts()), List.of(), forbid, lacks)));
        }

        private List<Set<String>> parts() {
            return each.isEmpty()
                    ? List.of(Stream.concat(expect.stream(), split(act)).collect(Collectors.toUnmodifiableSet()))
                    : each.stream()
                            .map(it -> split(it).collect(Collectors.toUnmodifiableSet()))
                            .toList();
        }

        private static Stream<String> split(@Nullable String either) {
            return either == null
                    ? Stream.empty()
                    : Arrays.stream(either.strip().split("\\s*\\|\\s*"));
        }
    }

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private FirstMessages() {}

    static List<Script> read(Path file) throws Scripts.FormatFault {
        var scripts = new ArrayList<Script>();
        try (var lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                scripts.add(parse(file, number, line));
            }
        } catch (IOException e) {
            throw new Scripts.FormatFault(
                    file, 0, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return scripts;
    }

    private static Script parse(Path file, int number, String line) throws Scripts.FormatFault {
        try {
            return JSON.readValue(line, Line.class).script();
        } catch (JsonProcessingException e) {
            throw new Scripts.FormatFault(file, number, Scripts.sentence(e));
        }
    }
}
