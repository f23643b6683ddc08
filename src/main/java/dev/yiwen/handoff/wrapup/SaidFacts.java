package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.FactReader;
import dev.yiwen.handoff.packet.FactReader.Reading;
import dev.yiwen.handoff.wrapup.SpokenTimes.SpokenTime;
import dev.yiwen.privacy.Masked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The amounts, times and numbers that either side named, for the record. */
public final class SaidFacts {
    private static final Set<String> NUMBERS = Set.of("phone", "callback", "landline", "order", "account");

    private SaidFacts() {}

    public enum Kind {
        AMOUNT,
        TIME,
        NUMBER
    }

    /** @param value as it was said; a number in plain digits */
    public record SaidFact(Kind kind, String value) {
        SaidFact masked() {
            return kind == Kind.NUMBER ? new SaidFact(kind, Masked.number(value, 3)) : this;
        }
    }

    /** Each once, in the order in which it was said first. */
    public static List<SaidFact> in(List<Message> transcript) {
        var found = new LinkedHashSet<SaidFact>();
        for (Message message : transcript) {
            if (message.author() instanceof Author.Customer || message.author() instanceof Author.Agent) {
                found.addAll(in(message.body().text()));
            }
        }
        return List.copyOf(found);
    }

    private static List<SaidFact> in(String text) {
        var found = new ArrayList<SaidFact>();
        var times = SpokenTimes.in(text);
        for (Reading it : FactReader.in(text)) {
            if (it.key().equals("amount")) {
                found.add(new SaidFact(Kind.AMOUNT, text.substring(it.start(), it.end())));
            } else if (NUMBERS.contains(it.key())) {
                found.add(new SaidFact(Kind.NUMBER, it.value()));
            }
        }
        for (SpokenTime it : times) {
            found.add(new SaidFact(Kind.TIME, it.words()));
        }
        return found;
    }
}
