package dev.yiwen.assist.procedure;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Procedure;
import dev.yiwen.knowledge.Procedure.Speaker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A procedure of the knowledge, ready to follow a talk by.
 *
 * @param proofs for each step what proves it done
 */
record KnownProcedure(ArticleId article, Source source, List<Procedure.Step> steps, List<List<Proof>> proofs) {
    record Proof(Speaker by, DoneWords words) {}

    /** Empty when the article is none. */
    static Optional<KnownProcedure> of(Article article) {
        return Procedure.of(article)
                .map(it -> new KnownProcedure(
                        article.id(),
                        new Source(article.slug(), article.question(), article.revision()),
                        it.steps(),
                        it.steps().stream()
                                .map(step -> step.proofs().stream()
                                        .map(proof -> new Proof(proof.by(), new DoneWords(proof.words())))
                                        .toList())
                                .toList()));
    }

    /** Its name, without the word that says what kind of article it is. */
    String title() {
        return source.title().replaceFirst("^流程[:：]\\s*", "");
    }

    /**
     * The steps that were proved done by what an agent or the customer said, each by the first words that do.
     *
     * @param settled steps that are left alone
     */
    List<StepTick> proved(List<Message> transcript, Set<Integer> settled) {
        return IntStream.rangeClosed(1, steps.size())
                .filter(step -> !settled.contains(step))
                .boxed()
                .flatMap(step -> transcript.stream()
                        .flatMap(message -> proof(step, message).stream())
                        .limit(1))
                .toList();
    }

    private Optional<StepTick> proof(int step, Message message) {
        return speaker(message)
                .filter(by -> proofs.get(step - 1).stream()
                        .filter(it -> it.by() == by || it.by() == Speaker.EITHER)
                        .anyMatch(it -> it.words().areIn(message.body().text(), by)))
                .map(by -> new StepTick(
                        step, true, by == Speaker.AGENT ? StepTick.By.AGENT : StepTick.By.CUSTOMER, message.seq()));
    }

    private static Optional<Speaker> speaker(Message message) {
        return switch (message.author()) {
            case Author.Customer customer -> Optional.of(Speaker.CUSTOMER);
            case Author.Agent agent -> Optional.of(Speaker.AGENT);
            case Author.Bot bot -> Optional.empty();
            case Author.System system -> Optional.empty();
        };
    }
}
