package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.PacketCheck;
import dev.yiwen.handoff.wrapup.WrapUpNote.Promised;
import dev.yiwen.llm.Redaction;
import dev.yiwen.privacy.Masked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Holds what a model wrote of a conversation against what was said: a line that the messages it names do not bear out is
 * dropped, and so is a deed or a promise that rests on what the customer said.
 */
final class NoteCheck {
    private static final Pattern LINE = Pattern.compile("^\\s*(问题|原因|处理|承诺|待办)[:：]\\s*(.+?)\\s*$", Pattern.MULTILINE);
    private static final Pattern CITED = Pattern.compile("\\[(\\d{1,9})]");
    private static final int MOST_PROMISES = 4;
    private static final int MOST_OPEN = 3;

    private final List<Message> transcript;
    private final PacketCheck all;
    private final PacketCheck customer;
    private final PacketCheck agent;

    NoteCheck(List<Message> transcript, Redaction redaction) {
        this.transcript = transcript;
        all = new PacketCheck(transcript, redaction);
        customer = of(transcript, redaction, Author.Customer.class::isInstance);
        agent = of(transcript, redaction, Author.Agent.class::isInstance);
    }

    private static PacketCheck of(List<Message> transcript, Redaction redaction, Predicate<Author> who) {
        return new PacketCheck(
                transcript.stream().filter(it -> who.test(it.author())).toList(), redaction);
    }

    /** Empty parts where nothing holds. */
    WrapUpNote of(String written) {
        var problem = "";
        var cause = "";
        var done = "";
        var promised = new ArrayList<Promised>();
        var open = new ArrayList<String>();
        var lines = LINE.matcher(written);
        while (lines.find()) {
            var text = lines.group(2);
            switch (lines.group(1)) {
                case "问题" -> problem = problem.isEmpty() ? held(customer, text) : problem;
                case "原因" -> cause = cause.isEmpty() ? held(all, text) : cause;
                case "处理" -> done = done.isEmpty() ? held(agent, text) : done;
                case "承诺" ->
                    promise(text).filter(it -> promised.size() < MOST_PROMISES).ifPresent(promised::add);
                default ->
                    Optional.of(held(all, text))
                            .filter(it -> !it.isEmpty() && open.size() < MOST_OPEN)
                            .ifPresent(open::add);
            }
        }
        return new WrapUpNote(problem, cause, done, promised, open);
    }

    private static String held(PacketCheck by, String text) {
        return by.borneOut(text).map(Masked::text).orElse("");
    }

    private Optional<Promised> promise(String text) {
        return agent.borneOut(text)
                .map(it -> new Promised(
                        Masked.text(it),
                        said(text).flatMap(at -> AgentWords.due(it, at)).orElse(null)));
    }

    /** When the last of the messages was said that a line rests on. */
    private Optional<Instant> said(String text) {
        var cited = CITED.matcher(text)
                .results()
                .map(it -> Long.parseLong(it.group(1)))
                .toList();
        return transcript.stream()
                .filter(it -> cited.contains(it.seq()))
                .map(Message::at)
                .max(Instant::compareTo);
    }
}
