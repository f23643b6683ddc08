package dev.yiwen.assist.watch;

import dev.yiwen.assist.watch.rule.RuleKind;
import dev.yiwen.assist.watch.rule.Rules;
import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.promise.Finding;
import dev.yiwen.promise.PromiseCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What is to be minded in an agent's words, said or about to be sent. */
@Singleton
final class ReplyCheck {
    private final PromiseCheck promises;
    private final Rules rules;

    ReplyCheck(PromiseCheck promises, Rules rules) {
        this.promises = promises;
        this.rules = rules;
    }

    /**
     * The gravest first.
     *
     * @param before the transcript up to these words, oldest first
     * @param shown slugs of the articles that the agent has before him
     */
    Uni<List<Warning>> check(String text, List<Message> before, List<String> shown) {
        var said = before.stream()
                .filter(it -> it.author() instanceof Author.Agent)
                .map(it -> it.body().text())
                .toList();
        var broken = rules.brokenBy(text, said).stream().map(ReplyCheck::warning);
        return promises.check(text, lastOfCustomer(before), shown)
                .map(findings -> Stream.concat(
                                broken,
                                findings.stream()
                                        .filter(it -> it.verdict().isWarning())
                                        .map(ReplyCheck::warning))
                        .sorted((one, other) -> other.severity().compareTo(one.severity()))
                        .toList());
    }

    private static String lastOfCustomer(List<Message> before) {
        return before.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .reduce((first, second) -> second)
                .map(it -> it.body().text())
                .orElse("");
    }

    private static Warning warning(Rules.Broken broken) {
        var rule = broken.rule();
        return new Warning(
                rule.kind() == RuleKind.FORBIDDEN ? Warning.Kind.FORBIDDEN : Warning.Kind.DUTY,
                rule.severity(),
                broken.said(),
                rule.instead(),
                null);
    }

    private static Warning warning(Finding finding) {
        var kind = switch (finding.verdict()) {
            case OLDER -> Warning.Kind.OLDER;
            case UNSUPPORTED -> Warning.Kind.UNSUPPORTED;
            case DIFFERS, SUPPORTED -> Warning.Kind.DIFFERS;
        };
        var should = finding.should();
        return new Warning(
                kind,
                kind == Warning.Kind.UNSUPPORTED ? Severity.REMIND : Severity.GRAVE,
                finding.clause(),
                should == null ? "" : should,
                finding.source());
    }
}
