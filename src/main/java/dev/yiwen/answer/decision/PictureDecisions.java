package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.DialogueState;
import dev.yiwen.answer.reading.MessageReader;
import dev.yiwen.answer.reading.Reading;
import dev.yiwen.answer.reading.ShownWords;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.triage.Triage;
import dev.yiwen.triage.TriageReading;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides on a file. What a picture shows is no wish, no threat and no instruction, so triage does not read it. Something that
 * goes wrong is answered where the knowledge surely has it; of a bill nobody knows what is wanted, so the bot says what it saw and
 * asks. A second file without words is a person's.
 */
final class PictureDecisions {
    private final MessageReader reader;
    private final Triage triage;
    private final Lookup lookup;
    private final SuggestedQuestions offers;

    PictureDecisions(MessageReader reader, Triage triage, Lookup lookup, SuggestedQuestions offers) {
        this.reader = reader;
        this.triage = triage;
        this.lookup = lookup;
        this.offers = offers;
    }

    /** The last message of {@code transcript}, oldest first, carries a file. */
    Uni<Decided> decide(List<Message> transcript) {
        long start = System.nanoTime();
        DialogueState state = reader.state(transcript);
        Message shown = transcript.getLast();
        Reading reading = reader.shown(transcript);
        if (ShownWords.in(shown).isEmpty()) {
            var mute = new Decided.Taken(millisSince(start), 0);
            var none = LookupResult.none(reading, shown.body().text());
            return Uni.createFrom().item(new Decided(mute(transcript), TriageReading.NOTHING, none, state, mute));
        }
        var taken = new Decided.Taken(millisSince(start), 0);
        return found(reading, state)
                .map(found -> new Decided(judge(shown, state, found), TriageReading.NOTHING, found, state, taken));
    }

    /** By itself, and with what the bot has asked back to already. */
    private Uni<LookupResult> found(Reading reading, DialogueState state) {
        var alone = lookup.of(reading);
        if (state.pending().isBlank() || !(reading instanceof Reading.Plain plain)) {
            return alone;
        }
        var together = new Reading.Plain(state.pending() + "，" + plain.text(), plain.otherwise(), false);
        return alone.chain(found -> lookup.of(together).map(found::orLikelier));
    }

    private Decision judge(Message shown, DialogueState state, LookupResult found) {
        boolean asks = ShownWords.showsFault(shown) || !state.pending().isBlank();
        if (asks && lookup.sure(found)) {
            var candidates = found.candidates();
            return new Decision.Answer(candidates.getFirst(), offers.related(candidates), found.confidence());
        }
        var clarify = offers.clarify(found, state.refused());
        if (!lookup.sure(found)) {
            return clarify;
        }
        // What is surely it comes first, so that a yes is enough.
        var options = new ArrayList<>(
                Stream.concat(Stream.of(found.candidates().getFirst().title()), clarify.options().stream())
                        .distinct()
                        .limit(Math.max(2, clarify.options().size()))
                        .toList());
        return new Decision.Clarify(true, options, clarify.confidence());
    }

    /** Who sends pictures that nobody here can read does not get on with a machine. */
    private Decision mute(List<Message> transcript) {
        long mute = transcript.reversed().stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .takeWhile(ShownWords::isMute)
                .count();
        return mute > 1
                ? new Decision.HandOff(triage.unanswered(transcript))
                : new Decision.Clarify(false, offers.human(), 0);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
