package dev.yiwen.assist.cases;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.SpokenOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as situations and what an agent answered in them, without personal data. Takes milliseconds for a long one. */
final class Situations {
    private static final int TURNS = 12;
    private static final int SHORTEST_REPLY = 4;
    private static final int LONGEST_REPLY = 300;

    private Situations() {}

    /** The last turns of a transcript, joined by commas. */
    static String of(List<Message> transcript) {
        var names = names(transcript, null);
        return joined(SpokenOrder.of(transcript).stream()
                .filter(Situations::isSaid)
                .map(it -> words(it, names))
                .toList());
    }

    static KnownNames names(List<Message> transcript, @Nullable String customer) {
        return KnownNames.in(transcript.stream().map(it -> it.body().text()).toList(), customer);
    }

    /** What agents answered after the customer had spoken, with all that they said in one go. */
    static List<PastReply> replies(List<Message> transcript, KnownNames names) {
        var replies = new ArrayList<PastReply>();
        var turns = new ArrayList<String>();
        var said =
                SpokenOrder.of(transcript).stream().filter(Situations::isSaid).toList();
        boolean customerSpoke = false;
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).author() instanceof Author.Agent && customerSpoke) {
                var context = joined(turns);
                var reply = new ArrayList<String>();
                while (i < said.size() && said.get(i).author() instanceof Author.Agent) {
                    reply.add(words(said.get(i), names));
                    turns.add(words(said.get(i++), names));
                }
                i--;
                var response = String.join("\n", reply);
                if (response.length() >= SHORTEST_REPLY && response.length() <= LONGEST_REPLY) {
                    replies.add(new PastReply(context, response));
                }
                customerSpoke = false;
            } else {
                customerSpoke |= said.get(i).author() instanceof Author.Customer;
                turns.add(words(said.get(i), names));
            }
        }
        return replies;
    }

    private static String joined(List<String> turns) {
        return String.join(",", turns.subList(Math.max(0, turns.size() - TURNS), turns.size()));
    }

    private static boolean isSaid(Message message) {
        return switch (message.author()) {
            case Author.Customer customer -> hasWords(message);
            case Author.Agent agent -> hasWords(message);
            // Its answers are articles, and long: what they say is not how people talk.
            case Author.Bot bot -> false;
            case Author.System system -> false;
        };
    }

    private static boolean hasWords(Message message) {
        return !message.body().text().isBlank();
    }

    /** Commas part turns. */
    private static String words(Message message, KnownNames names) {
        return names.masked(message.body().text().strip()).replace(',', '，');
    }
}
