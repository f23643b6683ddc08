package dev.yiwen.answer;

import dev.yiwen.answer.draft.Supported;
import dev.yiwen.knowledge.AnswerWriting;
import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.privacy.PersonalData;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the chat model for an answer made of agents' replies, and lets through what they bear out, as in a customer's answer. */
@Singleton
final class AnswersFromReplies implements AnswerWriting {
    private static final String RULES = ResourceLines.text("prompts/gap-answer.md");
    /** The place of somebody's data: that sentence is about one customer. */
    private static final Pattern SOMEBODYS = Pattern.compile("[\\[〔【][\\p{IsHan}]{2,8}\\d{1,3}[]〕】]");

    private static final int MOST = 20;
    private static final int LONGEST = 600;

    private final LanguageModel model;

    AnswersFromReplies(LanguageModel model) {
        this.model = model;
    }

    @Override
    public boolean available() {
        return model.configured();
    }

    @Override
    public Uni<Optional<String>> from(UUID conversation, String question, List<String> replies) {
        var told = replies.stream().limit(MOST).map(AnswersFromReplies::line).toList();
        var numbered = IntStream.range(0, told.size())
                .mapToObj(i -> "[" + (i + 1) + "] " + told.get(i))
                .collect(Collectors.joining("\n"));
        var prompt = new Prompt(conversation, RULES, Redaction.of("问题：" + line(question) + "\n" + numbered));
        var written = new StringBuffer();
        return model.write(prompt, written::append).map(reply -> switch (reply) {
            case Reply.Whole whole -> supported(written.toString(), question, told);
            case Reply.Broken broken -> Optional.empty();
        });
    }

    private static Optional<String> supported(String written, String question, List<String> told) {
        var lines = Supported.of(written, question, told)
                .lines()
                .filter(it ->
                        !SOMEBODYS.matcher(it).find() && PersonalData.in(it).isEmpty())
                .collect(Collectors.joining("\n"))
                .strip();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    /** People's words cannot pose as a line of another. */
    private static String line(String said) {
        var text = said.replaceAll("\\s+", " ").replaceAll("\\[(\\d+)]", "【$1】");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
