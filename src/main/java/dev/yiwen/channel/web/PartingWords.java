package dev.yiwen.channel.web;

import dev.yiwen.answer.SettledWords;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Owner;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Does what customers say of the conversation itself: 不排了 leaves the queue, 结束会话 ends it. */
@Singleton
class PartingWords {
    private static final Logger LOG = Logger.getLogger(PartingWords.class);
    private static final String LIST = "channel/parting.txt";
    /** A longer message says more than that. */
    private static final int LONGEST = 40;

    private final List<Pattern> leave = read("leave");
    private final List<Pattern> end = read("end");
    private final Queueing queueing;
    private final SettledWords settled;

    PartingWords(Queueing queueing, SettledWords settled) {
        this.queueing = queueing;
        this.settled = settled;
    }

    enum Wish {
        LEAVE_QUEUE,
        END,
        NONE
    }

    void onCustomerMessage(@ObservesAsync CustomerMessageCommitted committed) {
        var conversation = committed.conversation();
        if (conversation.channel() == Channel.VOICE) {
            return;
        }
        var waits = conversation.owner() instanceof Owner.Queue;
        var done = switch (wishIn(committed.message().body().text())) {
            case LEAVE_QUEUE ->
                waits ? queueing.leaveAsSaid(conversation) : Uni.createFrom().voidItem();
            case END -> queueing.endAsSaid(conversation);
            case NONE ->
                waits && settled.in(committed.message().body().text())
                        ? queueing.askWhetherToLeave(conversation.id())
                        : Uni.createFrom().voidItem();
        };
        done.subscribe().with(it -> {}, failure -> LOG.errorf(failure, "A customer's parting was not heeded"));
    }

    Wish wishIn(String text) {
        var words = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+", " ")
                .strip();
        if (words.length() > LONGEST) {
            return Wish.NONE;
        }
        if (end.stream().anyMatch(it -> it.matcher(words).matches())) {
            return Wish.END;
        }
        return leave.stream().anyMatch(it -> it.matcher(words).matches()) ? Wish.LEAVE_QUEUE : Wish.NONE;
    }

    private static List<Pattern> read(String kind) {
        return ResourceLines.of(LIST).stream()
                .filter(it -> it.startsWith(kind + " "))
                .map(it -> Pattern.compile(it.substring(kind.length() + 1)))
                .toList();
    }
}
