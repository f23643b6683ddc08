package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.CaseFacts.Said;
import dev.yiwen.handoff.packet.ContextPacket.Fact;
import dev.yiwen.llm.Redaction;
import dev.yiwen.privacy.Masked;
import dev.yiwen.privacy.PersonalDatum;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer has said about themselves and their case. What identifies a person is masked, and stands behind a token. */
@Singleton
final class Facts {
    private final Messages messages;

    Facts(Messages messages) {
        this.messages = messages;
    }

    /** In the order in which they were said first; each once. */
    List<Fact> in(List<Message> transcript, Redaction redaction) {
        var found = new LinkedHashMap<String, Fact>();
        CaseFacts.in(transcript).stream()
                .map(it -> fact(it, redaction))
                .forEach(fact -> found.putIfAbsent(fact.name() + fact.value(), fact));
        return List.copyOf(found.values());
    }

    private Fact fact(Said said, Redaction redaction) {
        var reading = said.reading();
        var text = said.message().body().text();
        return new Fact(
                messages.text("handoff.fact." + reading.key()),
                reading.found() == null ? reading.value() : shown(reading.found(), text),
                said.message().seq(),
                reading.found() == null ? null : token(reading.found(), redaction));
    }

    private static @Nullable String token(PersonalDatum found, Redaction redaction) {
        return found.kind().isPersonal() ? redaction.tokenOf(found).orElse(null) : null;
    }

    private static String shown(PersonalDatum found, String text) {
        return switch (found.kind()) {
            case MOBILE, PHONE -> Masked.number(found.value(), 3);
            case IDENTITY_CARD -> Masked.number(found.value(), 4);
            case LANDLINE, BANK_CARD, IMEI, ICCID, ORDER, ACCOUNT, LONG_NUMBER -> Masked.number(found.value(), 0);
            case NAME, ADDRESS -> Masked.words(found.value());
            default -> text.substring(found.start(), found.end());
        };
    }
}
