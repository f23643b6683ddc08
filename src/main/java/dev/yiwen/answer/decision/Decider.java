package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.DialogueState;
import dev.yiwen.answer.reading.MessageReader;
import dev.yiwen.answer.reading.Reading;
import dev.yiwen.answer.reading.ShownWords;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.triage.Triage;
import dev.yiwen.triage.TriageReading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the message, then triage, then the search, then the decision. */
@Singleton
public final class Decider {
    // Whatever was learnt, people want an answer by then.
    private static final int MOST_QUESTIONS_BACK = 3;

    private final MessageReader reader;
    private final Triage triage;
    private final SpeechActReplies acts;
    private final Lookup lookup;
    private final UnseenDanger danger;
    private final SuggestedQuestions offers;
    private final PictureDecisions pictures;

    /** What asks the knowledge, and its encoder. */
    @Singleton
    record Search(Lookup lookup, UnseenDanger danger) {}

    Decider(MessageReader reader, Triage triage, SpeechActReplies acts, Search search, SuggestedQuestions offers) {
        this.reader = reader;
        this.triage = triage;
        this.acts = acts;
        lookup = search.lookup();
        danger = search.danger();
        this.offers = offers;
        pictures = new PictureDecisions(reader, triage, lookup, offers);
    }

    /** The same by another search; danger is danger whatever is looked up. */
    Decider by(Retrieval retrieval) {
        return new Decider(reader, triage, acts, new Search(lookup.by(retrieval), danger), offers);
    }

    /** Decides on the last message of {@code transcript}, oldest first. */
    public Uni<Decided> decide(List<Message> transcript) {
        return isFile(transcript.getLast()) ? pictures.decide(transcript) : decideOnWords(transcript);
    }

    /** What was recognised in a voice is said, and so read as typed words are. */
    private static boolean isFile(Message message) {
        return ShownWords.isMute(message) || message.body().shown().isPresent();
    }

    private Uni<Decided> decideOnWords(List<Message> transcript) {
        long start = System.nanoTime();
        Reading reading = reader.read(transcript);
        DialogueState state = reader.state(transcript);
        List<Message> meant =
                reading instanceof Reading.Choice choice ? saying(choice.option(), transcript) : transcript;
        String words = meant.getLast().body().text();
        double readMs = millisSince(start);
        long triageStart = System.nanoTime();
        TriageReading triaged = triage.read(meant);
        Optional<Decision> known = withoutLookingUp(triaged, reading, meant);
        var taken = new Decided.Taken(readMs, millisSince(triageStart));
        if (known.isPresent()) {
            return Uni.createFrom()
                    .item(new Decided(known.get(), triaged, LookupResult.none(reading, words), state, taken));
        }
        return lookup.of(reading)
                .chain(found -> danger.in(meant, found)
                        .map(it -> new Decided(
                                it.orElseGet(() ->
                                        acts.after(meant, offers.inView(triaged, judge(meant, triaged, state, found)))),
                                triaged,
                                found,
                                state,
                                taken)));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<Message> saying(String option, List<Message> transcript) {
        var meant = new ArrayList<>(transcript);
        Message last = meant.removeLast();
        meant.add(new Message(last.conversation(), last.seq(), last.author(), new Body.Text(option), last.at()));
        return meant;
    }

    private Optional<Decision> withoutLookingUp(TriageReading triaged, Reading reading, List<Message> meant) {
        if (triaged.atOnce().isPresent()) {
            return triaged.atOnce().map(Decision.HandOff::new);
        }
        Optional<Decision> smallTalk = acts.of(meant);
        if (smallTalk.isEmpty() && reading instanceof Reading.Refusal refusal && refusal.all()) {
            // The bot has asked back once; to ask again is what people hate most.
            return Optional.of(new Decision.HandOff(triage.unanswered(meant)));
        }
        return smallTalk;
    }

    /** What was found decides; a second miss in a row hands over rather than asking back again. */
    private Decision judge(List<Message> transcript, TriageReading triaged, DialogueState state, LookupResult found) {
        List<LookupResult> questions =
                Stream.concat(Stream.of(found), found.further().stream()).toList();
        List<LookupResult> answered = questions.stream().filter(lookup::sure).toList();
        if (questions.size() > 1 && !answered.isEmpty()) {
            return offers.answers(questions, answered);
        }
        if (!answered.isEmpty()) {
            List<Candidate> candidates = found.candidates();
            return new Decision.Answer(candidates.getFirst(), offers.related(candidates), found.confidence());
        }
        Decision.Clarify clarify = offers.clarify(found, state.refused());
        boolean another = triaged.misses() > 0 && !acts.settled(transcript);
        if (another && !(triaged.misses() < MOST_QUESTIONS_BACK && learnt(state, found, clarify))) {
            return new Decision.HandOff(triage.unanswered(transcript));
        }
        return clarify;
    }

    /** Whether a question back that follows another brings the customer nearer: other options, of which it is surer. */
    private static boolean learnt(DialogueState state, LookupResult found, Decision.Clarify clarify) {
        boolean surer = found.reading() instanceof Reading.Plain
                || found.reading() instanceof Reading.Refusal
                || clarify.confidence() > state.confidence();
        return clarify.likely() && surer && !state.offered().containsAll(clarify.options());
    }
}
