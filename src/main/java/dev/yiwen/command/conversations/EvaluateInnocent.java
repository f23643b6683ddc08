package dev.yiwen.command.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.command.Bar;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts how many harmless questions are handed to a person. */
@Command(
        name = "innocent",
        mixinStandardHelpOptions = true,
        description = "Ask harmless questions, one a line; prints those that a person would get, then one JSON object.")
public final class EvaluateInnocent implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "a question a line, up to a tab; empty lines and those that begin with # are skipped")
    Path file = Path.of("");

    @Option(
            converter = ReadablePath.class,
            names = "--knowledge",
            paramLabel = "DIR",
            description = "over the knowledge of this folder, in the format of the import")
    @Nullable Path knowledge;

    private final Instance<PlayedKnowledge> played;
    private final Instance<AnswerPreview> preview;
    private final ObjectMapper json;

    EvaluateInnocent(Instance<PlayedKnowledge> played, Instance<AnswerPreview> preview, ObjectMapper json) {
        this.played = played;
        this.preview = preview;
        this.json = json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<String> questions;
        try {
            questions = questions(file);
        } catch (IOException e) {
            System.err.println(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
            return 1;
        }
        if (questions.isEmpty()) {
            System.err.println(file + " holds no question");
            return 1;
        }
        played.get().index(knowledge);
        var handedOver = handedOver(questions);
        handedOver.forEach((question, why) -> System.err.println(question + " → " + why));
        System.out.println(json.writeValueAsString(figures(questions.size(), handedOver)));
        return 0;
    }

    static List<String> questions(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2)[0].strip())
                .toList();
    }

    /** The words of the reason by question. */
    private Map<String, String> handedOver(List<String> questions) {
        var handedOver = new LinkedHashMap<String, String>();
        try (var bar = new Bar("Asking")) {
            bar.begin(questions.size());
            for (String question : questions) {
                reason(question).ifPresent(it -> handedOver.put(question, it.words()));
                bar.step();
            }
        }
        return handedOver;
    }

    private Optional<HandoffReason> reason(String question) {
        var asked = new Message(
                ConversationId.of(Ids.next()), 1L, new Author.Customer(), new Body.Text(question), Instant.now());
        return switch (preview.get().reply(List.of(asked)).await().indefinitely()) {
            case AnswerPreview.HandsOff handsOff -> Optional.of(handsOff.reason());
            case AnswerPreview.Says says -> Optional.empty();
        };
    }

    private Map<String, Object> figures(int questions, Map<String, String> handedOver) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", String.valueOf(file.getFileName()));
        figures.put("questions", questions);
        figures.put("handedOver", handedOver.size());
        figures.put("share", Math.round(10_000.0 * handedOver.size() / questions) / 10_000.0);
        figures.put("list", new ArrayList<>(handedOver.keySet()));
        return figures;
    }
}
