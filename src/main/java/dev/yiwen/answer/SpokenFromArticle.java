package dev.yiwen.answer;

import dev.yiwen.answer.draft.Supported;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.SpokenWriting;
import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.promise.PromiseCheck;
import dev.yiwen.shared.PlainText;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Asks the chat model for words to say, and lets them through only if the article bears out all of them. */
@Singleton
final class SpokenFromArticle implements SpokenWriting {
    private static final String RULES = ResourceLines.text("prompts/spoken-answer.md");
    private static final String CANNOT = "无法回答";
    private static final int SHORTEST = 6;
    private static final int LONGEST = 120;
    private static final Pattern MARKS = Pattern.compile("[*_`#|<>\\[\\]\\n]|https?:");

    private final LanguageModel model;
    private final PromiseCheck promises;

    SpokenFromArticle(LanguageModel model, PromiseCheck promises) {
        this.model = model;
        this.promises = promises;
    }

    @Override
    public boolean available() {
        return model.configured();
    }

    @Override
    public Uni<Optional<String>> of(UUID conversation, Article article) {
        var prompt = new Prompt(
                conversation,
                RULES + "\n\n知识（标题是：" + article.question() + "）：\n<<<\n" + article.answer() + "\n>>>",
                Redaction.of(article.question()));
        var written = new StringBuffer();
        return model.write(prompt, written::append).map(reply -> switch (reply) {
            case Reply.Whole whole ->
                Optional.of(written.toString().strip()).filter(it -> canBeSaid(it) && isBorneOut(it, article));
            case Reply.Broken broken -> Optional.empty();
        });
    }

    private static boolean canBeSaid(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && !text.contains(CANNOT)
                && !MARKS.matcher(text).find();
    }

    private boolean isBorneOut(String text, Article article) {
        var passages = List.of(PlainText.of(article.answer()));
        return Supported.of(text, article.question(), passages).equals(text)
                && promises.against(article, text, article.question()).stream()
                        .noneMatch(it -> it.verdict().isWarning());
    }
}
