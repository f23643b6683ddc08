package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.SpeechAct;
import dev.yiwen.answer.reading.SpeechActs;
import dev.yiwen.answer.reading.SpeechActs.Said;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.triage.Triage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What becomes of a message that asks nothing of the knowledge. */
@Singleton
final class SpeechActReplies {
    // Shorter ones may be an amount or a model.
    private static final int LONG_NUMBER = 5;

    private final SpeechActs acts;
    private final Triage triage;

    SpeechActReplies(SpeechActs acts, Triage triage) {
        this.acts = acts;
        this.triage = triage;
    }

    /** Before anything is looked up: a calm word to the first insult, a human after the second. */
    Optional<Decision> of(List<Message> transcript) {
        return said(transcript.getLast())
                .filter(it -> !it.act().asksKnowledgeFirst() && !mayReply(transcript, it))
                .map(it -> it.act().insults() ? insulted(transcript, it) : reply(it));
    }

    /** 59, after plans were spoken of. */
    private static boolean mayReply(List<Message> transcript, Said said) {
        return said.act() == SpeechAct.NUMBER && said.because().length() < LONG_NUMBER && transcript.size() > 1;
    }

    private Decision insulted(List<Message> transcript, Said said) {
        return transcript.subList(0, transcript.size() - 1).stream()
                .filter(earlier ->
                        said(earlier).filter(it -> it.act().insults()).isPresent())
                .reduce((first, last) -> last)
                .<Decision>map(earlier -> new Decision.HandOff(triage.insulted(earlier, transcript.getLast())))
                .orElseGet(() -> reply(said));
    }

    /** In place of a question back when what was asked lies outside: weather, another company's matter. */
    Decision after(List<Message> transcript, Decision decision) {
        if (!(decision instanceof Decision.Clarify)) {
            return decision;
        }
        return said(transcript.getLast())
                .filter(it -> it.act().asksKnowledgeFirst())
                .map(SpeechActReplies::reply)
                .orElse(decision);
    }

    /** Whether the customer has done with the question that was asked back last: it counts as no miss any more. */
    boolean settled(List<Message> transcript) {
        for (Message message : transcript.reversed()) {
            if (message.body() instanceof Body.Clarify) {
                return false;
            }
            if (said(message).filter(it -> it.act().settles()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Said> said(Message message) {
        return message.author() instanceof Author.Customer
                ? acts.in(message.body().text())
                : Optional.empty();
    }

    private static Decision reply(Said said) {
        return new Decision.SmallTalk(said.act().key(), said.because());
    }
}
