package dev.yiwen.assist.procedure;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Procedure.Stage;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far each talk has come in its procedure. */
@Singleton
final class ProcedureProgress {
    /** Of what was said last: what an instance that died has missed is made good by the next message. */
    private static final int LATELY = 10;
    /** By how much another procedure must fit better than the one that is under way. */
    private static final double BETTER = 0.1;

    private static final int CATEGORIES = 8;
    /** How long a count of them is good for. */
    private static final Duration COUNTED = Duration.ofMinutes(1);

    private final KnownProcedures known;
    private final ProcedureChoice choice;
    private final ProcedureTable table;
    private volatile Usual usual = new Usual(Instant.EPOCH, List.of());

    ProcedureProgress(KnownProcedures known, ProcedureChoice choice, ProcedureTable table) {
        this.known = known;
        this.choice = choice;
        this.table = table;
    }

    /** A procedure that is under way. */
    record UnderWay(KnownProcedure procedure, double confidence, List<StepTick> ticks) {
        boolean isBeingSolved() {
            return ticks.stream().filter(StepTick::done).anyMatch(it -> {
                var stage = procedure.steps().get(it.step() - 1).stage();
                return stage == Stage.SOLVE || stage == Stage.CONFIRM;
            });
        }
    }

    /** Empty when none was chosen. */
    Uni<Optional<UnderWay>> of(ConversationId conversation) {
        return table.run(conversation)
                .chain(run ->
                        run.isEmpty() ? Uni.createFrom().item(Optional.empty()) : underWay(conversation, run.get()));
    }

    /**
     * After the customer spoke, who may want something else now.
     *
     * @param transcript oldest first
     * @param lately whether what they want may stand further up
     */
    Uni<Optional<UnderWay>> customerSaid(ConversationId conversation, List<Message> transcript, boolean lately) {
        return table.run(conversation)
                .chain(run -> run.isEmpty()
                        ? begin(conversation, transcript, lately)
                        : underWay(conversation, run.get()).chain(it -> goOn(conversation, transcript, run.get(), it)));
    }

    /** After the agent spoke. */
    Uni<Optional<UnderWay>> agentSaid(ConversationId conversation, List<Message> transcript) {
        return of(conversation).chain(it -> read(conversation, lately(transcript), it));
    }

    /** After a message turned out to be another: what leaned on it goes, and all is read again. */
    Uni<Optional<UnderWay>> corrected(ConversationId conversation, List<Message> transcript, long seq) {
        return table.forget(conversation, seq)
                .chain(() -> table.run(conversation))
                .chain(run -> run.isEmpty()
                        ? begin(conversation, transcript, true)
                        : underWay(conversation, run.get()).chain(it -> read(conversation, transcript, it)));
    }

    Uni<Void> tick(ConversationId conversation, int step, boolean done, StaffId by) {
        return of(conversation)
                .map(it -> it.filter(one ->
                                step >= 1 && step <= one.procedure().steps().size())
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such step.")))
                .chain(it -> table.byHand(conversation, it.procedure().article(), step, done, by));
    }

    /** From now on that one, with all that was said for it. */
    Uni<Void> choose(ConversationId conversation, List<Message> transcript, ArticleId article, StaffId by) {
        return known.all()
                .map(all -> all.stream()
                        .filter(it -> it.article().equals(article))
                        .findFirst()
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such procedure.")))
                .call(it -> table.choose(conversation, it, by))
                .chain(it -> read(conversation, transcript, Optional.of(new UnderWay(it, 1, List.of()))))
                .replaceWithVoid();
    }

    private record Usual(Instant at, List<ArticleId> articles) {}

    /** What customers usually want, the most frequent of the last 30 days first. */
    Uni<List<KnownProcedure>> usual() {
        var before = usual;
        var counted = before.at().isAfter(Instant.now().minus(COUNTED))
                ? Uni.createFrom().item(before.articles())
                : table.usual().invoke(it -> usual = new Usual(Instant.now(), it));
        return counted.chain(most -> known.all()
                .map(all -> all.stream()
                        .sorted(Comparator.comparingInt(it -> place(most, it)))
                        .limit(CATEGORIES)
                        .toList()));
    }

    private static int place(List<ArticleId> usual, KnownProcedure procedure) {
        var at = usual.indexOf(procedure.article());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private Uni<Optional<UnderWay>> begin(ConversationId conversation, List<Message> transcript, boolean lately) {
        return choice.fitting(transcript, lately)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<UnderWay>empty())
                        : table.choose(conversation, found.get())
                                .chain(() -> of(conversation))
                                .chain(it -> read(conversation, transcript, it)));
    }

    /** What is being solved already is not left because something else was mentioned. */
    private Uni<Optional<UnderWay>> goOn(
            ConversationId conversation, List<Message> transcript, ProcedureTable.Run run, Optional<UnderWay> now) {
        var settled = run.byHand() || now.filter(UnderWay::isBeingSolved).isPresent();
        return settled
                ? read(conversation, lately(transcript), now)
                : choice.fitting(transcript, false)
                        .map(found ->
                                found.filter(it -> !it.procedure().article().equals(run.article())
                                        && it.confidence() >= run.confidence() + BETTER))
                        .chain(other -> other.isEmpty()
                                ? read(conversation, lately(transcript), now)
                                : table.choose(conversation, other.get())
                                        .chain(() -> of(conversation))
                                        .chain(it -> read(conversation, transcript, it)));
    }

    private Uni<Optional<UnderWay>> underWay(ConversationId conversation, ProcedureTable.Run run) {
        return known.revision(run.article(), run.revision())
                .chain(procedure -> table.ticks(conversation, run.article())
                        .map(ticks -> procedure.map(it -> new UnderWay(it, run.confidence(), within(it, ticks)))));
    }

    private static List<StepTick> within(KnownProcedure procedure, List<StepTick> ticks) {
        return ticks.stream()
                .filter(it -> it.step() <= procedure.steps().size())
                .toList();
    }

    private Uni<Optional<UnderWay>> read(
            ConversationId conversation, List<Message> transcript, Optional<UnderWay> underWay) {
        if (underWay.isEmpty()) {
            return Uni.createFrom().item(underWay);
        }
        var now = underWay.get();
        var settled = now.ticks().stream().map(StepTick::step).collect(Collectors.toSet());
        var fresh = now.procedure().proved(transcript, settled);
        return fresh.isEmpty()
                ? Uni.createFrom().item(underWay)
                : table.tick(conversation, now.procedure().article(), fresh).chain(() -> of(conversation));
    }

    private static List<Message> lately(List<Message> transcript) {
        return transcript.subList(Math.max(0, transcript.size() - LATELY), transcript.size());
    }
}
