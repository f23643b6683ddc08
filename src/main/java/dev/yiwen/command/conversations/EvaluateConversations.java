package dev.yiwen.command.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.command.Bar;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures whether the bot follows a conversation: written ones over the starter knowledge. */
@Command(
        name = "conversations",
        mixinStandardHelpOptions = true,
        description = "Play the conversations of a folder of YAML files over the starter knowledge.")
public final class EvaluateConversations implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "folder with .yaml files, or one such file")
    Path folder = Path.of(".");

    private final Instance<StarterKnowledge> knowledge;
    private final Instance<Articles> articles;
    private final Instance<AnswerPreview> preview;
    private final ObjectMapper json;

    EvaluateConversations(
            Instance<StarterKnowledge> knowledge,
            Instance<Articles> articles,
            Instance<AnswerPreview> preview,
            ObjectMapper json) {
        this.knowledge = knowledge;
        this.articles = articles;
        this.preview = preview;
        this.json = json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<Script> scripts;
        try {
            scripts = Scripts.read(folder);
        } catch (Scripts.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        System.err.println("Indexing the starter knowledge …");
        knowledge.get().load().await().indefinitely();
        var questions = questions();
        if (questions.isEmpty()) {
            System.err.println("Another instance is importing the starter knowledge just now; try again in a minute.");
            return 1;
        }
        var name = folder.toAbsolutePath().normalize().getFileName();
        System.out.println(json.writeValueAsString(
                play(scripts, questions, String.valueOf(name)).asMap()));
        return 0;
    }

    private Map<String, String> questions() {
        return articles.get().publishedOn(LocalDate.now(Articles.ZONE)).await().indefinitely().stream()
                .collect(Collectors.toMap(Article::question, Article::slug));
    }

    private TurnScores play(List<Script> scripts, Map<String, String> questions, String name) {
        var outcomes = new ArrayList<Play.Outcome>();
        var wrong = new StringBuilder();
        try (var bar = new Bar("Playing")) {
            bar.begin(scripts.size());
            for (Script script : scripts) {
                var played = new Play(preview.get(), questions).of(script);
                outcomes.addAll(played);
                wrong.append(WrongTurns.of(script, played));
                bar.step();
            }
        }
        System.err.print(wrong);
        return new TurnScores(name, scripts.size(), outcomes);
    }
}
