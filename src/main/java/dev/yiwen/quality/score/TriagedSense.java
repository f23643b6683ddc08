package dev.yiwen.quality.score;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.SatisfactionReading;
import dev.yiwen.triage.Spoken;
import dev.yiwen.triage.Triage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** As triage reads them while a conversation goes on. */
@Singleton
final class TriagedSense implements TalkSense {
    private static final ConversationId NOBODYS = ConversationId.of(new UUID(0, 0));

    private final Triage triage;
    private final SatisfactionReading reading;

    TriagedSense(Triage triage, SatisfactionReading reading) {
        this.triage = triage;
        this.reading = reading;
    }

    @Override
    public double anger(String text) {
        return triage.angerIn(text);
    }

    @Override
    public boolean complains(String text) {
        var message = new Message(NOBODYS, 1, new Author.Customer(), new Body.Text(text), Instant.EPOCH);
        return triage.read(List.of(message))
                .atOnce()
                .filter(it -> it.code() == HandoffReason.Code.LEGAL_OR_COMPLAINT)
                .isPresent();
    }

    @Override
    public boolean wantsHuman(String text) {
        return !triage.wishIn(text).isEmpty();
    }

    @Override
    public Estimate satisfaction(List<Spoken> talk) {
        return reading.of(talk);
    }

    @Override
    public double turnThreshold() {
        return reading.turnThreshold();
    }
}
