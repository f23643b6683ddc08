package dev.yiwen.command.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.command.Bar;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.conversations.WrongTurns.Show;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures whether the bot understands and follows: written conversations and first messages, over the starter knowledge. */
@Command(
        name = "conversations",
        mixinStandardHelpOptions = true,
        description = "Play written conversations and first messages over the starter knowledge, or another.")
public final class EvaluateConversations implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "PATH",
            arity = "1..*",
            description = "folders with .yaml files, such files, or .jsonl files of first messages")
    List<Path> paths = List.of();

    @Option(
            names = "--half",
            description = "conversations or messages of such a number in their file: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(
            converter = ReadablePath.class,
            names = "--knowledge",
            paramLabel = "DIR",
            description = "over the knowledge of this folder, in the format of the import")
    @Nullable Path knowledge;

    @Option(
            names = "--show",
            description =
                    "print conversations: ${COMPLETION-CANDIDATES}; without it the wrong ones, but none of the odd"
                            + " half, which is kept unread")
    @Nullable Show show;

    private final Instance<PlayedKnowledge> played;
    private final Instance<AnswerPreview> preview;
    private final ObjectMapper json;

    EvaluateConversations(Instance<PlayedKnowledge> played, Instance<AnswerPreview> preview, ObjectMapper json) {
        this.played = played;
        this.preview = preview;
        this.json = json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var scripts = new ArrayList<Script>();
        try {
            for (Path path : paths) {
                scripts.addAll(Scripts.read(path, half));
            }
        } catch (Scripts.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        played.get().index(knowledge);
        var questions = played.get().questions();
        if (questions.isEmpty()) {
            System.err.println("Another instance is importing the starter knowledge just now; try again in a minute.");
            return 1;
        }
        System.out.println(json.writeValueAsString(play(scripts, questions).asMap()));
        return 0;
    }

    private TurnScores play(List<Script> scripts, Map<String, String> questions) {
        var conversations = new ArrayList<List<Play.Outcome>>();
        var wrong = new StringBuilder();
        try (var bar = new Bar("Playing")) {
            bar.begin(scripts.size());
            for (Script script : scripts) {
                var played = new Play(preview.get(), questions).of(script);
                conversations.add(played);
                wrong.append(WrongTurns.of(script, played, shown()));
                bar.step();
            }
        }
        System.err.print(wrong);
        return new TurnScores(name(), conversations);
    }

    private Show shown() {
        return show != null ? show : half == Half.ODD ? Show.NONE : Show.WRONG;
    }

    private String name() {
        return paths.stream()
                .map(it -> String.valueOf(it.toAbsolutePath().normalize().getFileName()))
                .collect(Collectors.joining("+"));
    }
}
