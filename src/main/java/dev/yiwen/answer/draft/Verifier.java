package dev.yiwen.answer.draft;

import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.Redaction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds each sentence of a draft against the passage that it rests on. Own code, no second model: what it lets through can
 * be explained.
 */
final class Verifier {
    // Tags, entities, images, fences, and signs that nobody sees.
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[A-Za-z/!?]|&#\\w{2,8}|&[a-zA-Z]{2,8};|!\\[|```|~~~|[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?:您|可以|请|按|具体|办理|操作|查询|申请|需要|以下|如下|下面|这些|步骤|流程|方式|方法|条件|材料|渠道|收费|注意|事项|说明|的|是|为|有|，|、){1,8}[：:]\\s*");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");

    /**
     * @param passages that the sentence rests on
     * @param flaw null when it holds
     */
    record Verdict(List<Integer> passages, @Nullable Flaw flaw) {
        boolean holds() {
            return flaw == null;
        }
    }

    private final String question;
    private final List<EvidencePassage> passages;
    private final Set<String> products;
    private final Redaction redaction;
    private final Map<Set<Integer>, SupportingText> sources = new HashMap<>();

    /** @param redaction of what the customer wrote: its tokens may stand in the draft, others may not */
    Verifier(Article article, List<EvidencePassage> passages, Set<String> products, Redaction redaction) {
        this(article.question(), passages, products, redaction);
    }

    Verifier(String question, List<EvidencePassage> passages, Set<String> products, Redaction redaction) {
        this.question = question;
        this.passages = passages;
        this.products = products;
        this.redaction = redaction;
    }

    Verdict check(Sentence sentence) {
        if (redaction.holdsForeignToken(sentence.text())) {
            return dropped(Flaw.Kind.TOKEN, sentence);
        }
        if (MARKUP.matcher(sentence.text()).find()
                || !WORDS.matcher(sentence.text()).find()) {
            return dropped(Flaw.Kind.MARKUP, sentence);
        }
        String plain = Plain.of(redaction.withoutTokens(sentence.text()));
        if (ComposePrompt.isQuotedIn(plain)) {
            return dropped(Flaw.Kind.PROMPT, sentence);
        }
        if (sentence.cited().isEmpty()) {
            return uncited(sentence, plain);
        }
        boolean known = sentence.cited().stream().allMatch(it -> it >= 1 && it <= passages.size());
        return known
                ? new Verdict(
                        sentence.citedInOrder(),
                        flaw(source(sentence.cited()), sentence, plain).orElse(null))
                : dropped(Flaw.Kind.CITATION, sentence);
    }

    /** Models forget to cite: then it rests on the passage that it is most like. */
    private Verdict uncited(Sentence sentence, String plain) {
        return passages.stream()
                .max(Comparator.comparingDouble(
                        it -> source(Set.of(it.number())).likeness(plain)))
                .map(it -> new Verdict(
                        List.of(it.number()),
                        flaw(source(Set.of(it.number())), sentence, plain).orElse(null)))
                .orElseGet(() -> dropped(Flaw.Kind.WORDING, sentence));
    }

    private static Optional<Flaw> flaw(SupportingText source, Sentence sentence, String plain) {
        // 办理步骤： needs no source of its own.
        return source.flaw(plain)
                .filter(flaw -> flaw.kind() != Flaw.Kind.WORDING
                        || !LEAD_IN.matcher(sentence.text().strip()).matches());
    }

    private SupportingText source(Set<Integer> numbers) {
        return sources.computeIfAbsent(
                numbers,
                it -> new SupportingText(
                        question,
                        passages.stream()
                                .filter(passage -> it.contains(passage.number()))
                                .map(EvidencePassage::text)
                                .collect(Collectors.joining("\n")),
                        products));
    }

    private static Verdict dropped(Flaw.Kind kind, Sentence sentence) {
        return new Verdict(sentence.citedInOrder(), new Flaw(kind, ""));
    }
}
