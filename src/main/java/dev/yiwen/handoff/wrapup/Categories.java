package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.Attempts;
import dev.yiwen.handoff.packet.Summary;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.privacy.Masked;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which topic a conversation was about: by rules, and as agents file once enough of them have. */
@Singleton
public final class Categories {
    private static final Logger LOG = Logger.getLogger(Categories.class);
    private static final int ARTICLES = 6;
    private static final int LONGEST = 200;
    private static final int LONGEST_SAID = 600;

    private final Retrieval retrieval;
    private final LearntCategories learnt;

    Categories(Retrieval retrieval, LearntCategories learnt) {
        this.retrieval = retrieval;
        this.learnt = learnt;
    }

    /**
     * @param category null when nothing speaks for any
     * @param byRules the same by rules alone
     */
    public record Filing(
            @Nullable String category, @Nullable String byRules) {}

    public Uni<Filing> of(List<Message> transcript, Optional<HandoffReason> reason) {
        return byRules(transcript, reason)
                .chain(rules -> learnt.current()
                        .map(model -> new Filing(
                                model.flatMap(it -> it.of(said(transcript), rules.orElse(null)))
                                        .or(() -> rules)
                                        .orElse(null),
                                rules.orElse(null))));
    }

    /** What the customer said, as far as categories are learnt from it, without personal data. */
    public static String said(List<Message> transcript) {
        var all = Masked.text(words(transcript, false).collect(Collectors.joining(" ")));
        return all.length() <= LONGEST_SAID ? all : all.substring(0, LONGEST_SAID);
    }

    public Uni<Optional<String>> byRules(List<Message> transcript, Optional<HandoffReason> reason) {
        return Multi.createFrom()
                .iterable(sentences(transcript))
                .onItem()
                .transformToUniAndConcatenate(it -> retrieval.search(it, Set.of(Audience.CUSTOMER), ARTICLES))
                .collect()
                .asList()
                // Without the index there are still the words and what was shown.
                .onFailure()
                .invoke(e -> LOG.warn("A wrap-up is filed without a look at the knowledge", e))
                .onFailure()
                .recoverWithItem(List.of())
                .map(found -> best(
                        found,
                        transcript,
                        reason.filter(it -> it.code() == HandoffReason.Code.LEGAL_OR_COMPLAINT)
                                .isPresent()));
    }

    private static Optional<String> best(List<Retrieved> found, List<Message> transcript, boolean complains) {
        var scores = new TopicScores();
        if (complains) {
            scores.complaint();
        }
        for (Retrieved it : found) {
            scores.found(
                    it.candidates().stream().map(one -> topic(one.slug())).toList(), it.confidence() / found.size());
        }
        scores.shown(Attempts.in(transcript).stream()
                .flatMap(it -> it.sources().stream().limit(1))
                .map(it -> topic(it.article()))
                .toList());
        return scores.words(
                        words(transcript, false).toList(),
                        words(transcript, true).toList())
                .best();
    }

    private static String topic(String slug) {
        return slug.split("/", 2)[0];
    }

    /** The sentence that names the problem, and the first and last that say something. */
    private static List<String> sentences(List<Message> transcript) {
        return Stream.concat(Stream.of(Summary.problem(transcript)), Summary.of(transcript, Optional.empty()).stream())
                .filter(it -> !it.isBlank())
                .map(it -> it.length() <= LONGEST ? it : it.substring(0, LONGEST))
                .distinct()
                .toList();
    }

    private static Stream<String> words(List<Message> transcript, boolean ofAgent) {
        return transcript.stream()
                .filter(it -> ofAgent ? it.author() instanceof Author.Agent : it.author() instanceof Author.Customer)
                .map(it -> it.body().text());
    }
}
