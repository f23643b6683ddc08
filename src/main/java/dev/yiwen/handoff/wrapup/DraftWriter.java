package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.CaseFacts;
import dev.yiwen.handoff.packet.Summary;
import dev.yiwen.handoff.wrapup.Categories.Filing;
import dev.yiwen.handoff.wrapup.SaidFacts.SaidFact;
import dev.yiwen.handoff.wrapup.WrapUpDraft.Filed;
import dev.yiwen.handoff.wrapup.WrapUpDraft.Suggested;
import dev.yiwen.handoff.wrapup.WrapUpNote.Promised;
import dev.yiwen.handoff.wrapup.WrapUps.Composition;
import dev.yiwen.handoff.wrapup.WrapUps.Known;
import dev.yiwen.privacy.Masked;
import dev.yiwen.ticket.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a draft together from what was read. */
final class DraftWriter {
    private static final int MOST_TAGS = 6;
    private static final int MOST_FACTS = 8;
    private static final Set<String> TAGGED = Set.of("product", "fault");
    private static final Pattern CALL_BACK = Pattern.compile("联系|回电|回复|回您|回访|致电|来电|打给|打.{0,3}电话|通知|答复");

    private DraftWriter() {}

    record Sources(List<Message> transcript, Optional<HandoffReason> reason, Filing filing, Known known) {}

    static WrapUpDraft draft(Sources from, Composition composed) {
        var transcript = from.transcript();
        var known = from.known();
        var note = joined(composed.note(), NoteReader.of(transcript, from.reason()));
        var facts = CaseFacts.in(transcript);
        return new WrapUpDraft(
                from.filing().category(),
                note,
                facts.stream()
                        .filter(it -> TAGGED.contains(it.reading().key()))
                        .map(it -> it.reading().value())
                        .distinct()
                        .limit(MOST_TAGS)
                        .toList(),
                SaidFacts.in(transcript).stream()
                        .limit(MOST_FACTS)
                        .map(SaidFact::masked)
                        .toList(),
                ticket(
                        from,
                        note,
                        facts.stream().anyMatch(it -> it.reading().key().equals("fault"))),
                first(note, it -> CALL_BACK.matcher(it.text()).find()),
                disposition(transcript, known),
                known.filed(),
                known.customer(),
                Masked.text(Summary.problem(transcript)),
                // Whoever opens a ticket for the customer is to reach them.
                CaseFacts.numberToCall(transcript, known.calling()).orElse(null),
                known.urgent(),
                composed.coming());
    }

    /** Each part as the model wrote it, if that held, else as it was said. */
    private static WrapUpNote joined(@Nullable WrapUpNote composed, WrapUpNote read) {
        return composed == null
                ? read
                : new WrapUpNote(
                        composed.problem().isEmpty() ? read.problem() : composed.problem(),
                        composed.cause().isEmpty() ? read.cause() : composed.cause(),
                        composed.done().isEmpty() ? read.done() : composed.done(),
                        composed.promised().isEmpty() ? read.promised() : composed.promised(),
                        composed.open().isEmpty() ? read.open() : composed.open());
    }

    /** What is promised must be followed up; whatever has a ticket is. */
    private static @Nullable Suggested ticket(Sources from, WrapUpNote note, boolean fault) {
        boolean complaint = TopicScores.COMPLAINTS.equals(from.filing().category())
                || from.reason()
                        .filter(it -> it.code() == HandoffReason.Code.LEGAL_OR_COMPLAINT)
                        .isPresent();
        if (note.promised().isEmpty() && !complaint
                || from.known().filed().stream().anyMatch(Filed::here)) {
            return null;
        }
        var kind = complaint ? TicketKind.COMPLAINT : fault ? TicketKind.FAULT : TicketKind.OTHER;
        return new Suggested(kind, first(note, it -> true));
    }

    /** The earliest of what was promised with a time. */
    private static @Nullable Instant first(WrapUpNote note, Predicate<Promised> which) {
        return note.promised().stream()
                .filter(which)
                .map(Promised::due)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Only what the rows say: whether it was solved, the agent knows alone. Whoever has spoken on the telephone was there. */
    private static @Nullable String disposition(List<Message> transcript, Known known) {
        if (known.filed().stream().anyMatch(Filed::here)) {
            return "ticket";
        }
        int lastOfAgent = last(transcript, Author.Agent.class::isInstance);
        int lastOfCustomer = last(transcript, Author.Customer.class::isInstance);
        int firstOfAgent = first(transcript);
        boolean silent = known.calling() == null ? lastOfCustomer < firstOfAgent : lastOfCustomer < 0;
        return firstOfAgent >= 0 && silent && lastOfAgent > firstOfAgent ? "noResponse" : null;
    }

    private static int first(List<Message> transcript) {
        for (int i = 0; i < transcript.size(); i++) {
            if (transcript.get(i).author() instanceof Author.Agent) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<Message> transcript, Predicate<Author> of) {
        for (int i = transcript.size() - 1; i >= 0; i--) {
            if (of.test(transcript.get(i).author())) {
                return i;
            }
        }
        return -1;
    }
}
