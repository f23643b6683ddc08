package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps back what breaks a golden question that must pass, and what was found to leave customers without an answer, until
 * somebody has looked at each and signed. What is broken is found out anew each time.
 */
@Singleton
public class PublishGate {
    private static final int NAMED = 5;

    private final GoldenQuestions questions;
    private final GoldenAsking asking;
    private final PublishSignatures signatures;

    PublishGate(GoldenQuestions questions, GoldenAsking asking, PublishSignatures signatures) {
        this.questions = questions;
        this.asking = asking;
        this.signatures = signatures;
    }

    /**
     * A question that passes now, and would not.
     *
     * @param now a slug, or what the bot does
     * @param then the same, once it is published
     */
    record Broken(UUID question, String asked, String expect, String now, String then, boolean signed) {}

    /**
     * @param asked how many must pass
     * @param failing those that fail now, and would go on failing: they keep nothing back
     */
    record Check(int asked, List<Broken> broken, List<UUID> failing) {}

    /**
     * Fails with GOLDEN_BROKEN, naming questions, or with IMPACT_UNSIGNED, naming articles.
     *
     * @param day on which they go live
     */
    public Uni<Void> pass(List<Article> drafts, LocalDate day) {
        return check(drafts, day)
                .invoke(check -> refuse(
                        Kind.GOLDEN_BROKEN,
                        check.broken().stream()
                                .filter(it -> !it.signed())
                                .map(Broken::asked)
                                .toList()))
                .chain(() -> signatures.unsigned(drafts))
                .invoke(unsigned -> refuse(
                        Kind.IMPACT_UNSIGNED,
                        unsigned.stream().map(Article::question).toList()))
                .replaceWithVoid();
    }

    private static void refuse(Kind kind, List<String> what) {
        if (!what.isEmpty()) {
            var more = what.size() > NAMED ? " +" + (what.size() - NAMED) : "";
            throw new Problem(kind, what.stream().limit(NAMED).collect(Collectors.joining("; ")) + more);
        }
    }

    /** With the latest revisions of these articles in place. */
    Uni<Check> check(Collection<ArticleId> articles, LocalDate day) {
        return signatures.latest(articles).chain(drafts -> check(drafts, day));
    }

    private Uni<Check> check(List<Article> drafts, LocalDate day) {
        return questions
                .mustPass()
                .map(all -> all.stream().filter(it -> concerns(it, day)).toList())
                .chain(must -> asking.with(must, drafts, day).chain(then -> {
                    // Those that would pass need no second look.
                    var failing =
                            must.stream().filter(it -> !passes(then, it.id())).toList();
                    return asking.with(failing, List.of(), day)
                            .chain(now -> signatures
                                    .golden(drafts)
                                    .map(signed -> compared(must.size(), failing, now, then, signed)));
                }));
    }

    /** What is asked as on an earlier day never meets the draft. */
    private static boolean concerns(SettledQuestion question, LocalDate day) {
        var own = question.day();
        return own == null || !own.isBefore(day);
    }

    private static Check compared(
            int asked,
            List<SettledQuestion> failing,
            Map<UUID, GoldenResult> now,
            Map<UUID, GoldenResult> then,
            Set<String> signed) {
        return new Check(
                asked,
                failing.stream()
                        .filter(it -> passes(now, it.id()))
                        .map(it -> new Broken(
                                it.id(),
                                it.asked().turns().getLast(),
                                it.asked().expectation().word(),
                                got(now, it.id()),
                                got(then, it.id()),
                                signed.contains(it.id().toString())))
                        .toList(),
                failing.stream()
                        .map(SettledQuestion::id)
                        .filter(it -> !passes(now, it))
                        .toList());
    }

    private static boolean passes(Map<UUID, GoldenResult> results, UUID question) {
        var result = results.get(question);
        return result != null && result.passed();
    }

    private static String got(Map<UUID, GoldenResult> results, UUID question) {
        var result = results.get(question);
        return result == null ? "" : result.got();
    }
}
