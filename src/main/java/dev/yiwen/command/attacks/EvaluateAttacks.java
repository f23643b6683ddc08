package dev.yiwen.command.attacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.answer.draft.PromptAttack;
import dev.yiwen.command.Bar;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.shared.HomeZone;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures what prompt injection would come to, with a model that obeys every attack. None is asked. */
@Command(
        name = "attacks",
        mixinStandardHelpOptions = true,
        description = "Put the attacks of a file of JSON lines to each layer of defence, over the starter knowledge.")
public final class EvaluateAttacks implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "lines with text, language, aim, obeyed, and optionally before, injected")
    Path file = Path.of("");

    private final Instance<StarterKnowledge> knowledge;
    private final Instance<Articles> articles;
    private final Instance<AnswerPreview> preview;
    private final ObjectMapper json;

    EvaluateAttacks(
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
        List<PromptAttack> attacks;
        try {
            attacks = read(file, json);
        } catch (IOException e) {
            System.err.println(file + " cannot be read: " + e.getMessage());
            return 1;
        }
        System.err.println("Indexing the starter knowledge …");
        knowledge.get().load().await().indefinitely();
        var outcomes = trial(attacks);
        outcomes.stream()
                .filter(it -> !it.leaked().isEmpty())
                .forEach(it -> System.err.printf("%s: %s%n", it.attack().text(), it.leaked()));
        System.out.println(
                json.writeValueAsString(new AttackScores(String.valueOf(file.getFileName()), outcomes).asMap()));
        return 0;
    }

    private List<Trial.Outcome> trial(List<PromptAttack> attacks) {
        var trial = new Trial(preview.get(), forCustomers(articles.get()));
        var outcomes = new ArrayList<Trial.Outcome>();
        try (var bar = new Bar("Attacking")) {
            bar.begin(attacks.size());
            for (PromptAttack attack : attacks) {
                outcomes.add(trial.of(attack));
                bar.step();
            }
        }
        return outcomes;
    }

    static List<PromptAttack> read(Path file, ObjectMapper json) throws IOException {
        var attacks = new ArrayList<PromptAttack>();
        for (String line : Files.readAllLines(file)) {
            attacks.add(json.readValue(line, PromptAttack.class));
        }
        return attacks;
    }

    static Map<String, Article> forCustomers(Articles articles) {
        return articles.publishedOn(HomeZone.today()).await().indefinitely().stream()
                .filter(article -> article.audience() == Audience.CUSTOMER)
                .collect(Collectors.toMap(Article::slug, article -> article));
    }
}
