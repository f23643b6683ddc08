package dev.yiwen.command.conversations;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads conversations of YAML files, in the order of the files' names, and questions of JSON lines as conversations of one turn. */
final class Scripts {

    /** A file is not in the format; the message names file and line. */
    static final class FormatFault extends Exception {
        FormatFault(Path file, int line, String words) {
            super(line > 0 ? file + ":" + line + ": " + words : file + ": " + words);
        }
    }

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String QUESTIONS = ".jsonl";
    private static final Pattern MISSING = Pattern.compile("Missing (?:required )?creator property '(\\w+)'");
    private static final TypeReference<List<Script>> SCRIPTS = new TypeReference<>() {};

    private Scripts() {}

    static List<Script> read(Path folder) throws FormatFault {
        return read(folder, Half.ALL);
    }

    /**
     * All {@code .yaml} files below {@code folder}, or the one file that it is, which may be one of questions, {@code .jsonl}.
     */
    static List<Script> read(Path folder, Half half) throws FormatFault {
        var scripts = new ArrayList<Script>();
        for (Path file : files(folder)) {
            var all = file.toString().endsWith(QUESTIONS) ? FirstMessages.read(file) : parse(file);
            IntStream.range(0, all.size())
                    .filter(i -> half.holds(i + 1))
                    .mapToObj(all::get)
                    .forEach(scripts::add);
        }
        if (scripts.isEmpty()) {
            throw new FormatFault(folder, 0, "holds no .yaml file with conversations");
        }
        return scripts;
    }

    private static List<Path> files(Path folder) throws FormatFault {
        if (folder.toString().endsWith(QUESTIONS)) {
            return List.of(folder);
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new FormatFault(folder, 0, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static List<Script> parse(Path file) throws FormatFault {
        try {
            return YAML.readValue(file.toFile(), SCRIPTS);
        } catch (JsonProcessingException e) {
            throw new FormatFault(file, line(e), sentence(e));
        } catch (IOException e) {
            throw new FormatFault(file, 0, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static int line(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? 0 : location.getLineNr();
    }

    /** Of a fault that a record found, its own words; the first line of the library's otherwise. */
    static String sentence(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalArgumentException fault) {
            return String.valueOf(fault.getMessage());
        }
        String words =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        var missing = MISSING.matcher(words);
        return missing.find() ? "needs \"" + missing.group(1) + "\"" : words;
    }
}
