package dev.yiwen.answer.draft;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Toolbox;
import dev.yiwen.retrieval.ProductWords;
import dev.yiwen.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What becomes of an attack when the model does all that it asks: it writes the article's words, and the attacker's. */
public final class ObedientModel {
    private static final Pattern QUOTED = Pattern.compile("(?s)[^<>]*<<<\\n([^<>]*)\\n>>>\\s*");
    private static final Pattern KNOWLEDGE = Pattern.compile("(?s)[^<>]*<<<\\n(?:(?!<<<|>>>).)*\\n>>>\\s*");
    private static final Pattern ROLE = Pattern.compile("<\\||\\|>|[\\[\\]<>]|[\\p{Cf}\\p{Co}\\x{E0000}-\\x{E007F}]");
    private static final int PART = 3;

    /**
     * @param quoted whether the attack stayed inside its quotation
     * @param leaked sentences that customers would have read and that the article does not hold
     */
    public record Outcome(boolean quoted, List<String> leaked) {}

    private ObedientModel() {}

    public static Outcome of(PromptAttack attack, Article published) {
        Article article = attack.injected() == null ? published : injected(published, attack.injected());
        List<EvidencePassage> passages = EvidencePassage.of(article);
        Prompt prompt = ComposePrompt.of(
                ConversationId.of(Ids.next()),
                article,
                passages,
                Redaction.of(ComposePrompt.question(attack.text())),
                "AI",
                Toolbox.NONE);
        var shown = new ArrayList<String>();
        var draft = new Draft(new Verifier(article, passages, ProductWords.all(), prompt.user()), shown::add);
        String curated = passages.getFirst().text() + "[1]\n";
        String written = curated + attack.obeyed().replace("{prompt}", prompt.system()) + "\n" + curated;
        for (int i = 0; i < written.length(); i += PART) {
            draft.add(written.substring(i, Math.min(written.length(), i + PART)));
        }
        draft.end();
        return new Outcome(isQuoted(prompt), leaked(draft, article));
    }

    private static boolean isQuoted(Prompt prompt) {
        var user = QUOTED.matcher(prompt.user().text());
        return user.matches()
                && !ROLE.matcher(prompt.user().restore(user.group(1))).find()
                && KNOWLEDGE.matcher(prompt.system()).matches();
    }

    private static List<String> leaked(Draft draft, Article article) {
        String known = bare(article.question() + article.answer());
        return draft.lines().stream()
                .filter(line -> line.flaw() == null && !known.contains(bare(line.text())))
                .map(Drafting.Line::text)
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s*`_#>|-]|^\\[\\d+]|\\(\\d+\\)", "");
    }

    private static Article injected(Article article, String text) {
        return new Article(
                article.id(),
                article.slug(),
                article.revision(),
                article.state(),
                article.question(),
                article.phrasings(),
                article.answer() + "\n\n" + text,
                article.audience(),
                article.product(),
                article.validFrom(),
                article.validTo(),
                article.tags(),
                article.author(),
                article.changedAt());
    }
}
