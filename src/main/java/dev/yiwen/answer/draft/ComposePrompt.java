package dev.yiwen.answer.draft;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Toolbox;
import dev.yiwen.shared.ResourceLines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The prompt of an answer: rules and numbered passages from us, the question quoted from the customer. */
final class ComposePrompt {
    private static final Pattern PLACE = Pattern.compile("\\{(bot|title|passages|question)}");

    private static final String RULES = ResourceLines.text("prompts/answer-compose.md");
    private static final String FACTS = ResourceLines.text("prompts/answer-facts.md");
    private static final String QUESTION = ResourceLines.text("prompts/answer-question.md");
    // Shorter runs of characters are everybody's.
    private static final int RUN = 6;
    private static final Set<String> RUNS =
            PLACE.splitAsStream(RULES + FACTS).flatMap(ComposePrompt::runs).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LINES =
            (RULES + FACTS).lines().map(ComposePrompt::dense).collect(Collectors.toUnmodifiableSet());

    private ComposePrompt() {}

    /** Whether {@link Plain} text repeats the rules, rather than what they are applied to. */
    static boolean isQuotedIn(String plain) {
        return LINES.contains(dense(plain)) || runs(plain).anyMatch(RUNS::contains);
    }

    private static String dense(String text) {
        return Plain.of(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Stream<String> runs(String text) {
        String dense = dense(text);
        return IntStream.rangeClosed(0, dense.length() - RUN).mapToObj(i -> dense.substring(i, i + RUN));
    }

    /** What is asked, as the customer wrote it; to be sent redacted. */
    static String question(String asked) {
        return filled(QUESTION, Map.of("question", Quoted.words(asked)));
    }

    /** @param bot who speaks: 云享的 AI 助手小享 */
    static Prompt of(
            ConversationId conversation,
            Article article,
            List<EvidencePassage> passages,
            Redaction question,
            String bot,
            Toolbox tools) {
        String numbered = passages.stream()
                .map(it -> "[" + it.number() + "] " + Quoted.knowledge(it.text()))
                .collect(Collectors.joining("\n\n"));
        String system =
                filled(RULES, Map.of("bot", bot, "title", Quoted.knowledge(article.question()), "passages", numbered));
        return tools == Toolbox.NONE
                ? new Prompt(conversation.value(), system, question)
                : new Prompt(conversation.value(), system + FACTS, question, tools);
    }

    /** At one go: what is filled in is not looked through again. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())));
    }
}
