package dev.yiwen.answer.reading;

import dev.yiwen.answer.reading.TurnPatterns.Parts;
import dev.yiwen.conversation.Message;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a message after what was said before it, of a letter an excerpt. Takes well under a millisecond. */
@Singleton
public final class MessageReader {
    // Longer messages say what they are about.
    private static final int LONGEST_LEANING = 16;
    // 账单, 流量包: a subject, of which anything may be asked.
    private static final int LONGEST_VAGUE = 3;
    // Longer ones are complete, whatever they begin with: 那授权码过期了怎么办.
    private static final int LONGEST_POINTING = 9;
    private static final int LONGEST_CORRECTION = 20;
    private static final int MOST_LOOKED_UP = 3;

    private final TurnPatterns phrases;
    private final Excerpts excerpts;
    private final Choices choices;
    private final Clauses clauses;

    MessageReader(TurnPatterns phrases, Excerpts excerpts) {
        this.phrases = phrases;
        this.excerpts = excerpts;
        this.choices = new Choices(phrases);
        this.clauses = new Clauses(phrases);
    }

    /** Where the talk stands before the last message of {@code transcript}. */
    public DialogueState state(List<Message> transcript) {
        return dialogue(transcript).state();
    }

    private Dialogue dialogue(List<Message> transcript) {
        return new Dialogue(transcript.subList(0, transcript.size() - 1), phrases);
    }

    /** Reads what the last message shows, of which nothing is meant to the bot: with what is asked already, if something is. */
    public Reading shown(List<Message> transcript) {
        return new Reading.Plain(ShownWords.in(transcript.getLast()).orElse(""), Optional.empty(), false);
    }

    /** Reads the last message of {@code transcript}, oldest first. */
    public Reading read(List<Message> transcript) {
        String raw = excerpts.of(transcript.getLast().body().text());
        String plain = TurnPatterns.plain(raw);
        var dialogue = dialogue(transcript);
        if (dialogue.offered().contains(raw.strip())) {
            return new Reading.Choice(raw.strip());
        }
        return choices.of(plain, dialogue.offered(), dialogue.askedBack())
                .or(() -> dialogue.askedOfPicture() ? Choices.agreed(plain, dialogue.offered()) : Optional.empty())
                .<Reading>map(Reading.Choice::new)
                .or(() -> dialogue.lastTopic().flatMap(topic -> afterTopic(plain, topic, dialogue)))
                .or(() -> clauses.questions(
                        plain, dialogue.lastTopic().map(this::subject).orElse("")))
                .or(() -> dialogue.lastTopic().flatMap(topic -> followUp(plain, topic, dialogue)))
                .orElseGet(() -> new Reading.Plain(
                        raw, dialogue.lastTopic().flatMap(topic -> leaning(plain, topic, dialogue)), vague(plain)));
    }

    private static boolean vague(String plain) {
        return TurnPatterns.words(plain).length() <= LONGEST_VAGUE;
    }

    private Optional<Reading> afterTopic(String plain, Topic last, Dialogue dialogue) {
        if (phrases.refuses(plain) || dialogue.askedBack() && phrases.refusesOne(plain)) {
            return Optional.of(
                    dialogue.askedBack()
                            ? new Reading.Refusal(last, dialogue.offered(), !phrases.refusesOne(plain))
                            : new Reading.Correction(List.of(), last));
        }
        return correction(plain, last).or(() -> back(plain, dialogue));
    }

    /** 不是这个，是宽带的: what is meant now, with what was asked before. */
    private Optional<Reading> correction(String plain, Topic last) {
        boolean wrong = false;
        var meant = new ArrayList<String>();
        var notMeant = new ArrayList<String>();
        for (String clause : Clauses.cut(plain)) {
            if (phrases.saysWrong(clause)) {
                wrong = true;
            } else if (phrases.notMeant(clause).isPresent()) {
                notMeant.add(phrases.notMeant(clause).get());
            } else if (phrases.meant(clause).isPresent()) {
                meant.add(phrases.meant(clause).get());
            } else {
                meant.add(clause);
            }
        }
        if (!wrong && !correctsInOtherWords(plain, !notMeant.isEmpty())) {
            return Optional.empty();
        }
        if (meant.isEmpty()) {
            return notMeant.isEmpty() ? Optional.of(new Reading.Correction(List.of(), last)) : Optional.empty();
        }
        String now = String.join(" ", meant);
        return Optional.of(new Reading.Correction(together(phrases.parts(now), now, last, true), last));
    }

    /** 我说的是副卡; 不是副卡，是流量包. */
    private boolean correctsInOtherWords(String plain, boolean negates) {
        return TurnPatterns.words(plain).length() <= LONGEST_CORRECTION
                && Clauses.cut(plain).stream()
                        .anyMatch(it -> phrases.restates(it)
                                || negates && phrases.meant(it).isPresent());
    }

    /** 回到刚才说的宽带: the earlier topic that shares most with what follows. */
    private Optional<Reading> back(String plain, Dialogue dialogue) {
        boolean recalls = TurnPatterns.words(plain).endsWith("来着");
        Optional<String> rest = phrases.back(plain).or(() -> recalls ? Optional.of(plain) : Optional.empty());
        return rest.filter(it -> !TurnPatterns.words(it).isEmpty()).map(now -> {
            Parts parts = phrases.parts(now);
            Topic topic = dialogue.closest(now);
            String together = subject(topic) + " " + phrases.bare(now);
            // What names its subject may stand alone; 那个卡 does not.
            boolean named = parts.subject().length() > 1 && !phrases.leans(now);
            return new Reading.FollowUp(
                    texts(named ? List.of(now, together) : List.of(together)),
                    topic,
                    given(parts, topic),
                    false,
                    List.of(),
                    now,
                    false);
        });
    }

    /** What has no subject of its own, replies to a question back, or puts another value in the place of one. */
    private Optional<Reading> followUp(String plain, Topic last, Dialogue dialogue) {
        Optional<String> replaced = phrases.slots().replaced(last.asked(), plain);
        if (replaced.isPresent()) {
            return Optional.of(new Reading.FollowUp(
                    texts(List.of(replaced.get(), subject(last) + " " + phrases.bare(plain))),
                    last,
                    Reading.Given.UNKNOWN,
                    true,
                    List.of(),
                    plain,
                    false));
        }
        Parts parts = phrases.parts(plain);
        boolean half = parts.subject().isEmpty() != parts.asked().isEmpty();
        boolean reply = dialogue.pending().isPresent() && !vague(plain);
        return half && (parts.subject().isEmpty() || reply)
                ? leaning(plain, last, dialogue).map(it -> it)
                : Optional.empty();
    }

    private Optional<Reading.FollowUp> leaning(String plain, Topic last, Dialogue dialogue) {
        if (TurnPatterns.words(plain).length() > LONGEST_LEANING || dialogue.refusedLast()) {
            return Optional.empty();
        }
        Parts parts = phrases.parts(plain);
        boolean complete = !parts.subject().isEmpty() && !parts.asked().isEmpty();
        boolean reply = dialogue.pending().isPresent();
        if (complete && !phrases.leans(plain) && !reply) {
            return Optional.empty();
        }
        boolean pointing = phrases.leans(plain) && TurnPatterns.words(plain).length() <= LONGEST_POINTING;
        boolean situation = !reply && parts.asked().isEmpty() && phrases.isSituation(plain);
        List<String> texts = situation
                ? texts(List.of(
                        TurnPatterns.plain(last.asked()) + "," + phrases.bare(plain),
                        subject(last) + " " + phrases.bare(plain)))
                : together(parts, phrases.bare(plain), last, false);
        return Optional.of(new Reading.FollowUp(
                reply ? narrowed(plain, last, texts) : texts,
                last,
                given(parts, last),
                pointing,
                reply ? dialogue.offered() : List.of(),
                plain,
                situation));
    }

    /** A reply to a question back says more of what is pending. */
    private static List<String> narrowed(String plain, Topic pending, List<String> others) {
        var texts = new ArrayList<String>();
        texts.add(TurnPatterns.plain(pending.asked()) + "," + plain);
        texts.addAll(others);
        return texts(texts);
    }

    /** The earlier question's subject with what is asked now, or what is named now with what was asked then. */
    private List<String> together(Parts parts, String now, Topic last, boolean nowFirst) {
        Parts before = phrases.parts(TurnPatterns.plain(last.asked()));
        var texts = new ArrayList<String>();
        if (parts.asked().isEmpty() && !before.asked().isEmpty()) {
            phrases.slots().place(before.subject()).ifPresent(it -> texts.add(it + parts.subject() + before.asked()));
            texts.add(parts.subject() + before.asked());
        }
        if (nowFirst) {
            texts.add(now);
        }
        if (!before.subject().isEmpty()) {
            texts.add(before.subject() + " " + now);
        }
        texts.add(subject(last) + " " + now);
        return texts(texts);
    }

    private String subject(Topic topic) {
        String subject = phrases.parts(TurnPatterns.plain(topic.title())).subject();
        return subject.isEmpty() ? TurnPatterns.plain(topic.title()) : subject;
    }

    private Reading.Given given(Parts parts, Topic topic) {
        if (!topic.answered() || !parts.subject().isEmpty() || !phrases.judges(parts.aspects())) {
            return Reading.Given.UNKNOWN;
        }
        return phrases.covers(topic.answer(), parts.aspects()) ? Reading.Given.SAYS_IT : Reading.Given.SAYS_NOTHING;
    }

    private static List<String> texts(List<String> wanted) {
        Set<String> distinct = new LinkedHashSet<>();
        wanted.stream()
                .map(String::strip)
                .map(Excerpts::head)
                .filter(it -> !it.isEmpty())
                .forEach(distinct::add);
        return distinct.stream().limit(MOST_LOOKED_UP).toList();
    }
}
