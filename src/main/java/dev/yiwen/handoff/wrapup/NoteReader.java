package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.Summary;
import dev.yiwen.handoff.wrapup.SpokenClauses.Clause;
import dev.yiwen.handoff.wrapup.WrapUpNote.Promised;
import dev.yiwen.privacy.Masked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads from what both sides said what belongs in the record of a conversation; nothing stands in it that nobody said. */
public final class NoteReader {
    private static final int MOST_CAUSES = 2;
    private static final int MOST_DONE = 4;
    private static final int MOST_PROMISES = 4;
    private static final int MOST_OPEN = 3;
    private static final int MOST_ADVICE = 2;

    /** What the customer goes away to do. */
    private static final Pattern WILL_DO = Pattern.compile(
            "我(?:先|再|回头|到时候?|晚点|晚上|明天|下午|周[一-日末]|回家|回去|考虑|想想).{0,12}(?:试|看|想|考虑|问|去|打|弄|商量|联系|决定|找|拍|发|交)");

    private static final Pattern ASKS = Pattern.compile("[?？]|吗[。！!]?$|怎么(?:办|弄)|多久|什么时候|为什么");
    private static final Pattern POLITE = Pattern.compile("谢|再见|拜拜|好的?[。！!]?$|行[。！!]?$|嗯");

    private final List<String> causes = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final Map<String, Optional<Instant>> promised = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private NoteReader() {}

    /** Personal data is masked: the record outlives the conversation. */
    public static WrapUpNote of(List<Message> transcript, Optional<HandoffReason> reason) {
        var reader = new NoteReader();
        transcript.forEach(reader::read);
        unanswered(transcript).ifPresent(reader.open::add);
        return reader.note(String.join("\n", Summary.of(transcript, reason)));
    }

    private void read(Message message) {
        var clauses = SpokenClauses.of(message.body().text());
        switch (message.author()) {
            case Author.Agent it -> agentSaid(clauses, message.at());
            case Author.Customer it ->
                clauses.stream()
                        .map(Clause::text)
                        .filter(text -> WILL_DO.matcher(text).find())
                        .forEach(open::add);
            case Author.Bot it -> {}
            case Author.System it -> {}
        }
    }

    private void agentSaid(List<Clause> clauses, Instant at) {
        for (int i = 0; i < clauses.size(); i++) {
            var it = clauses.get(i);
            if (AgentWords.isCourtesy(it)) {
                continue;
            }
            boolean known = false;
            if (AgentWords.isDone(it)) {
                add(done, it.text());
                known = true;
            }
            if (AgentWords.isPromise(it, at)) {
                promise(withTime(clauses, i, at), at);
                known = true;
            }
            if (!known) {
                other(it);
            }
        }
    }

    private void other(Clause it) {
        if (AgentWords.isCause(it)) {
            add(causes, it.text());
        } else if (AgentWords.isOpen(it)) {
            open.add(it.text());
        } else if (AgentWords.isAdvice(it)) {
            add(advice, it.text());
        }
    }

    /** 明天上午，师傅会上门: the time may stand in the clause before, if nothing else needs it. */
    private static String withTime(List<Clause> clauses, int i, Instant at) {
        var it = clauses.get(i);
        if (i == 0 || AgentWords.due(it.text(), at).isPresent()) {
            return it.text();
        }
        var before = clauses.get(i - 1);
        return before.sentence() == it.sentence()
                        && AgentWords.due(before.text(), at).isPresent()
                        && !AgentWords.isPromise(before, at)
                ? before.text() + "，" + it.text()
                : it.text();
    }

    private void promise(String text, Instant at) {
        promised.putIfAbsent(text, AgentWords.due(text, at));
    }

    private static void add(List<String> to, String text) {
        if (!to.contains(text)) {
            to.add(text);
        }
    }

    /** What the customer asked last, if the conversation ended on it. */
    private static Optional<String> unanswered(List<Message> transcript) {
        var spoken = transcript.stream()
                .filter(it -> !(it.author() instanceof Author.System))
                .toList();
        if (spoken.isEmpty() || !(spoken.getLast().author() instanceof Author.Customer)) {
            return Optional.empty();
        }
        var text = spoken.getLast().body().text();
        return ASKS.matcher(text).find() && !POLITE.matcher(text).find()
                ? SpokenClauses.of(text).stream().map(Clause::text).reduce((a, b) -> a + "，" + b)
                : Optional.empty();
    }

    private WrapUpNote note(String problem) {
        // Who only explained something did that.
        var deeds = done.isEmpty() ? first(advice, MOST_ADVICE) : first(done, MOST_DONE);
        return new WrapUpNote(
                Masked.text(problem),
                Masked.text(String.join("；", first(causes, MOST_CAUSES))),
                Masked.text(String.join("；", deeds)),
                kept().stream()
                        .map(it -> new Promised(
                                Masked.text(it.getKey()), it.getValue().orElse(null)))
                        .toList(),
                open.stream().limit(MOST_OPEN).map(Masked::text).toList());
    }

    /** Where there are too many, those with a moment, for somebody waits then; of others the last, which correct the first. */
    private List<Map.Entry<String, Optional<Instant>>> kept() {
        var all = List.copyOf(promised.entrySet());
        var most = all.reversed().stream()
                .sorted(Comparator.comparing(it -> it.getValue().isEmpty()))
                .limit(MOST_PROMISES)
                .toList();
        return all.stream().filter(most::contains).toList();
    }

    private static List<String> first(List<String> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
