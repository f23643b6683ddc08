package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.golden.GoldenQuestion.Origin;
import dev.yiwen.knowledge.golden.GoldenQuestion.Said;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The golden questions as editors keep them. */
@Singleton
class GoldenQuestions {
    /** A run asks them all, after each publishing. */
    static final int MOST = 2_000;

    /** Publishing waits for these. */
    static final int MOST_MUST_PASS = 200;

    private static final String ALL = "from GoldenQuestion order by category, createdAt, id";

    /**
     * What an editor sends.
     *
     * @param expect the slug of an article, {@code abstain} or {@code human}
     * @param conversation where it comes from
     * @param seq of the bot's turn there
     * @param version that was changed; null for a new one
     */
    record Wanted(
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 2000) String> turns,
            @NotBlank @Size(max = 200) String expect,
            boolean mustPass,
            @Nullable @Size(max = 60) String group,
            @Nullable @Size(max = 60) String owner,
            @Nullable LocalDate day,
            @Nullable Origin origin,
            @Nullable UUID conversation,
            @Nullable Long seq,
            @Nullable Integer version) {}

    /** @param conversation where it comes from; null when it was made by hand, or that is erased */
    record Stored(
            UUID id,
            List<String> turns,
            String expect,
            boolean mustPass,
            String group,
            String owner,
            @Nullable LocalDate day,
            Origin origin,
            @Nullable UUID conversation,
            @Nullable Long seq,
            String createdBy,
            Instant changedAt,
            int version) {

        static Stored of(GoldenQuestion it, @Nullable GoldenOrigin origin) {
            return new Stored(
                    it.id,
                    it.said.turns(),
                    it.expect,
                    it.mustPass,
                    it.category,
                    it.owner,
                    it.day,
                    it.origin,
                    origin == null ? null : origin.conversationId,
                    origin == null ? null : origin.seq,
                    it.createdBy,
                    it.changedAt,
                    it.version);
        }
    }

    private final EntityStore entities;

    GoldenQuestions(EntityStore entities) {
        this.entities = entities;
    }

    Uni<List<Stored>> all() {
        return entities.read(session -> session.createQuery(ALL, GoldenQuestion.class)
                .getResultList()
                .chain(questions -> session.createQuery("from GoldenOrigin", GoldenOrigin.class)
                        .getResultList()
                        .map(origins -> {
                            var known = new HashMap<UUID, GoldenOrigin>();
                            origins.forEach(it -> known.put(it.questionId, it));
                            return questions.stream()
                                    .map(it -> Stored.of(it, known.get(it.id)))
                                    .toList();
                        })));
    }

    /** Fails with NOT_FOUND. */
    Uni<Stored> one(UUID id) {
        return entities.read(session -> one(session, id)
                .chain(question -> session.get(GoldenOrigin.class, id).map(it -> Stored.of(question, it))));
    }

    Uni<List<SettledQuestion>> settled() {
        return entities.list(ALL, GoldenQuestion.class)
                .map(all -> all.stream().map(GoldenQuestion::settled).toList());
    }

    Uni<List<SettledQuestion>> mustPass() {
        return settled()
                .map(all -> all.stream().filter(it -> it.asked().mustPass()).toList());
    }

    /** What was said in a conversation is kept without personal data. */
    Uni<SettledQuestion> create(Wanted wanted, String by) {
        var question = new GoldenQuestion();
        question.origin = wanted.origin() == null ? Origin.HAND : wanted.origin();
        question.createdBy = by;
        question.createdAt = Instant.now();
        UnaryOperator<String> words = question.origin == Origin.HAND ? UnaryOperator.identity() : Masked::text;
        write(question, wanted, words);
        return entities.write(session -> bounded(session, question)
                        .chain(() -> session.insert(question))
                        .chain(() -> link(session, question, wanted)))
                .replaceWith(question::settled);
    }

    /** Fails with CONFLICT when somebody else was at it meanwhile. */
    Uni<SettledQuestion> change(UUID id, Wanted wanted) {
        return entities.write(session -> one(session, id)
                .invoke(question -> {
                    var version = wanted.version();
                    if (version != null && version != question.version) {
                        throw new Problem(Kind.CONFLICT, "Somebody else has changed it meanwhile; look at it again");
                    }
                    write(question, wanted, UnaryOperator.identity());
                })
                .call(question -> bounded(session, question))
                .call(session::update)
                .map(GoldenQuestion::settled));
    }

    Uni<Void> delete(UUID id) {
        return entities.write(session -> one(session, id).chain(session::delete));
    }

    private static Uni<GoldenQuestion> one(StatelessSession session, UUID id) {
        return session.get(GoldenQuestion.class, id).invoke(found -> {
            if (found == null) {
                throw new Problem(Kind.NOT_FOUND, "There is no golden question " + id);
            }
        });
    }

    private static void write(GoldenQuestion question, Wanted wanted, UnaryOperator<String> words) {
        question.said = new Said(
                wanted.turns().stream().map(it -> words.apply(it.strip())).toList());
        question.expect = wanted.expect().strip();
        question.mustPass = wanted.mustPass();
        question.category = orEmpty(wanted.group());
        question.owner = orEmpty(wanted.owner());
        question.day = wanted.day();
        question.changedAt = Instant.now();
    }

    private static Uni<Void> link(StatelessSession session, GoldenQuestion question, Wanted wanted) {
        var conversation = wanted.conversation();
        return conversation == null
                ? Uni.createFrom().voidItem()
                : session.insert(new GoldenOrigin().at(question.id, conversation, wanted.seq()))
                        .replaceWithVoid();
    }

    /** What publishing waits for, and what follows it, must end. */
    private static Uni<Void> bounded(StatelessSession session, GoldenQuestion added) {
        return session.createQuery(
                        "select count(*), coalesce(sum(case when mustPass then 1 else 0 end), 0) from GoldenQuestion"
                                + " where id <> :id",
                        Object[].class)
                .setParameter("id", added.id)
                .getSingleResult()
                .invoke(counts -> {
                    if (((Number) counts[0]).longValue() >= MOST) {
                        throw new Problem(Kind.INVALID, "There are " + MOST + " golden questions already");
                    }
                    if (added.mustPass && ((Number) counts[1]).longValue() >= MOST_MUST_PASS) {
                        throw new Problem(
                                Kind.INVALID,
                                "Publishing waits for " + MOST_MUST_PASS + " questions that must pass already");
                    }
                })
                .replaceWithVoid();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
