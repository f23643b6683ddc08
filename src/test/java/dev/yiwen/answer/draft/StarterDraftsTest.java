package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.Redaction;
import dev.yiwen.promise.PromiseCheck;
import dev.yiwen.retrieval.ProductWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verifier must not stand in the way of the truth: curated answers, as a faithful model would repeat them. */
final class StarterDraftsTest {

    @Test
    void takes_every_curated_answer_of_the_starter_knowledge() throws IOException {
        var dropped = new ArrayList<String>();

        for (Article article : starter()) {
            for (Drafting.Line line : draft(article)) {
                if (line.flaw() != null) {
                    dropped.add(article.question() + " | " + line.text() + " | " + line.flaw());
                }
            }
        }

        assertThat(dropped).isEmpty();
    }

    private static List<Drafting.Line> draft(Article article) {
        var passages = EvidencePassage.of(article);
        var draft = new Draft(
                new Verifier(article, passages, ProductWords.all(), Redaction.of(article.question())),
                PromiseReading.of(
                        article,
                        passages.size(),
                        article.question(),
                        (of, said, asked) -> PromiseCheck.against(of, said, asked, term -> 3)),
                text -> {});
        for (EvidencePassage passage : passages) {
            passage.text().lines().forEach(line -> draft.add(cited(line, passage.number())));
        }
        draft.end();
        return draft.lines();
    }

    private static String cited(String line, int number) {
        return line.isBlank() ? "\n" : line.replaceAll("([。！？；])(?=.)", "[" + number + "]$1") + "[" + number + "]\n";
    }

    private static List<Article> starter() throws IOException {
        try (var files = Files.walk(Path.of("knowledge"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(StarterDraftsTest::article)
                    .toList();
        }
    }

    private static Article article(Path file) {
        try {
            String[] parts = Files.readString(file).split("(?m)^---\\s*$", 3);
            String question = parts[1].lines()
                    .filter(line -> line.startsWith("question:"))
                    .findFirst()
                    .map(line -> line.substring("question:".length()).strip())
                    .orElseThrow();
            return Written.article(question, parts[2].strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
