package dev.yiwen.assist.cases;

import dev.yiwen.assist.answer.SuggestionQuery;
import dev.yiwen.assist.cases.ReplyModels.Learned;
import dev.yiwen.conversation.ConversationId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Past situations that were like one now, with what agents answered in them. Blocks while it computes. */
final class SimilarCases {
    /** Cosine of two situations from which a past one is worth an agent's look; how it was chosen stands in decision 0108. */
    static final double ALIKE = 0.6;

    private static final int NEAREST = 40;
    private static final int REPLIES = 3;
    /** 是的, 好的 and the like say nothing by themselves. */
    private static final int SHORTEST = 6;

    private static final Pattern PICTURES = Pattern.compile("#E-s\\[[^\\]]*]|\\[[^\\]]{1,8}]");

    private static final ReplyWeights WEIGHTS = ReplyWeights.shipped();

    private SimilarCases() {}

    /**
     * @param alike of the likeliest, cosine
     * @param situation its last turn
     * @param conversations whose situations are alike, the likeliest first
     * @param replies real ones of agents, the most fitting first, at most three, at least one
     */
    record Found(double alike, String situation, List<ConversationId> conversations, List<String> replies) {
        Found {
            conversations = List.copyOf(conversations);
            replies = List.copyOf(replies);
        }
    }

    /** Empty when no past situation was so much alike. */
    static Optional<Found> in(Learned learned, String context, ConversationId now) {
        var alike = learned.model().nearest(context, NEAREST).stream()
                .filter(it -> it.alike() >= ALIKE)
                .map(it -> new Near(learned.from().get(it.index()), it.alike()))
                .filter(it -> !now.equals(it.stored().conversation()))
                // 谢谢, 对啊: what was answered to it has nothing to do with anything.
                .filter(it -> !SuggestionQuery.saysNothing(
                        lastTurn(it.stored().reply().context())))
                .toList();
        var replies = replies(learned.model(), context, alike);
        if (replies.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                alike.getFirst().alike(),
                lastTurn(alike.getFirst().stored().reply().context()),
                alike.stream()
                        .flatMap(it -> Optional.ofNullable(it.stored().conversation()).stream())
                        .distinct()
                        .toList(),
                replies));
    }

    private static String lastTurn(String context) {
        return context.substring(context.lastIndexOf(',') + 1);
    }

    private record Near(PastReplies.Stored stored, double alike) {}

    private record Scored(String reply, double score) {}

    /** Signs that stand for pictures, and nothing else, are no answer. */
    private static boolean isWorded(String reply) {
        return CharacterGrams.length(PICTURES.matcher(reply).replaceAll("")) >= SHORTEST;
    }

    private static List<String> replies(ReplyModel model, String context, List<Near> alike) {
        // One reply may have been given often: it counts once.
        var distinct = new LinkedHashMap<String, String>();
        alike.stream()
                .map(it -> it.stored().reply().response())
                .filter(SimilarCases::isWorded)
                .forEach(it -> distinct.putIfAbsent(
                        String.join(
                                "",
                                CharacterGrams.of(it).keySet().stream().sorted().toList()),
                        it));
        var candidates = List.copyOf(distinct.values());
        var signals = model.signals(context, candidates);
        return java.util.stream.IntStream.range(0, candidates.size())
                .mapToObj(i -> new Scored(candidates.get(i), WEIGHTS.score(signals.get(i))))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(REPLIES)
                .map(Scored::reply)
                .toList();
    }
}
