package dev.yiwen.assist.cause;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraphs;
import dev.yiwen.retrieval.TextMeanings;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each talk has come in narrowing down its fault. */
@Singleton
final class CauseSearch {
    private final FaultGraphs graphs;
    private final TextMeanings meanings;
    private final FindingTable table;
    private volatile @Nullable Known kept;

    CauseSearch(FaultGraphs graphs, TextMeanings meanings, FindingTable table) {
        this.graphs = graphs;
        this.meanings = meanings;
        this.table = table;
    }

    /** The graph, ready to hear and to reckon by. */
    private record Known(FaultGraph graph, CauseModel model, SymptomReader reader, Map<String, float[]> meanings) {}

    /** How it stands now. */
    record State(FaultGraph graph, Narrowing narrowing, List<FaultFinding> findings) {}

    Uni<State> of(ConversationId conversation) {
        return known().chain(known -> table.of(conversation).map(it -> state(known, it)));
    }

    /**
     * After a customer spoke.
     *
     * @param transcript oldest first
     * @param from number of the first message that is read
     */
    Uni<State> heard(ConversationId conversation, List<Message> transcript, long from) {
        return known().chain(known -> {
            Uni<Void> read = Uni.createFrom().voidItem();
            for (int i = 0; i < transcript.size(); i++) {
                var message = transcript.get(i);
                if (message.seq() >= from
                        && message.author() instanceof Author.Customer
                        && !known.graph().nodes().isEmpty()) {
                    var before = transcript.subList(0, i);
                    read = read.chain(() -> hear(known, conversation, message, before));
                }
            }
            return read.chain(() -> table.of(conversation)).map(it -> state(known, it));
        });
    }

    Uni<State> corrected(ConversationId conversation, List<Message> transcript, long seq) {
        return table.forget(conversation, seq).chain(() -> heard(conversation, transcript, 0));
    }

    /** Fails with {@code NOT_FOUND} for a question or an answer that is none. */
    Uni<Void> answer(ConversationId conversation, String question, @Nullable String symptom, StaffId by) {
        return known().invoke(known -> {
                    var check = Optional.ofNullable(known.model().checks().get(question));
                    if (check.filter(it -> symptom == null || it.under(symptom).isPresent())
                            .isEmpty()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such question or answer.");
                    }
                })
                .chain(() -> table.set(conversation, question, symptom, by));
    }

    /** The same when there is nothing to withdraw. */
    Uni<Void> withdraw(ConversationId conversation, String asked, StaffId by) {
        return table.withdraw(conversation, asked, by)
                .invoke(done -> {
                    if (!done) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such answer.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> hear(Known known, ConversationId conversation, Message message, List<Message> before) {
        var said = message.body().text();
        return Uni.combine()
                .all()
                .unis(table.of(conversation), meanings.of(SymptomReader.clauses(said)))
                .asTuple()
                .chain(it -> {
                    var now = new Narrowing(known.model(), it.getItem1());
                    var question = now.next().filter(check -> isAsked(before, check.question()));
                    var all = new HashMap<>(known.meanings());
                    all.putAll(it.getItem2());
                    return table.heard(
                            conversation,
                            known.reader()
                                    .read(said, message.seq(), !now.causes().isEmpty(), question, all));
                });
    }

    /** By the last thing that the agent said. */
    private static boolean isAsked(List<Message> before, String question) {
        return before.reversed().stream()
                .filter(it -> it.author() instanceof Author.Agent)
                .limit(1)
                .anyMatch(it -> SymptomReader.asks(it.body().text(), question));
    }

    private Uni<Known> known() {
        return graphs.current().chain(graph -> {
            var before = kept;
            if (before != null && before.graph().equals(graph)) {
                return Uni.createFrom().item(before);
            }
            var reader = new SymptomReader(graph);
            return meanings.of(reader.wordings())
                    .map(it -> new Known(graph, new CauseModel(graph), reader, it))
                    .invoke(it -> kept = it);
        });
    }

    private static State state(Known known, List<FaultFinding> findings) {
        return new State(known.graph(), new Narrowing(known.model(), findings), findings);
    }
}
