package dev.yiwen.ticket.deadline;

import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.kind.KindDefinition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds as the settings say them, until somebody changes them on their page. */
@Singleton
public final class StandardKinds {
    private final TicketConfig config;
    private final Messages messages;

    StandardKinds(TicketConfig config, Messages messages) {
        this.config = config;
        this.messages = messages;
    }

    public List<KindDefinition> all() {
        var complaint = config.complaint();
        var fault = config.fault();
        return List.of(
                kind(
                        TicketKind.COMPLAINT,
                        config.hours().complaint(),
                        step(TicketStep.RESPOND, complaint.respond()),
                        step(TicketStep.PLAN, complaint.plan()),
                        step(TicketStep.CALL_BACK, complaint.callBack())),
                kind(TicketKind.FAULT, config.hours().fault(), step(TicketStep.RESTORE, fault.restore())),
                kind(
                        TicketKind.MAJOR_FAULT,
                        config.hours().majorFault(),
                        step(TicketStep.RESTORE, fault.restoreMajor())),
                kind(
                        TicketKind.OTHER,
                        config.hours().other(),
                        step(TicketStep.RESPOND, config.other().respond())));
    }

    /** What comes first of a kind that there is from the beginning. */
    public Optional<TicketStep> stepOf(TicketKind kind) {
        return standard(kind).map(it -> it.steps().getFirst().id());
    }

    /** Whether it is one of them, with the steps that it had: then there are sentences for it. */
    public boolean hasStepsOf(KindDefinition kind) {
        return standard(kind.id())
                .filter(it -> it.steps().stream()
                        .map(KindDefinition.Step::id)
                        .toList()
                        .equals(kind.steps().stream()
                                .map(KindDefinition.Step::id)
                                .toList()))
                .filter(it -> it.steps().stream()
                        .map(KindDefinition.Step::label)
                        .toList()
                        .equals(kind.steps().stream()
                                .map(KindDefinition.Step::label)
                                .toList()))
                .isPresent();
    }

    private Optional<KindDefinition> standard(TicketKind kind) {
        return all().stream().filter(it -> it.id().equals(kind)).findFirst();
    }

    private KindDefinition kind(TicketKind id, String hours, KindDefinition.Step... steps) {
        return new KindDefinition(
                id,
                label("ticket.sheet." + id.id()),
                !id.equals(TicketKind.MAJOR_FAULT),
                hours,
                false,
                List.of(steps),
                List.of());
    }

    private KindDefinition.Step step(TicketStep id, Duration time) {
        return new KindDefinition.Step(id, label("ticket.step." + id.id()), Math.max(1, time.toMinutes()));
    }

    private TicketLabel label(String key) {
        return new TicketLabel(messages.text(key), messages.text(Locale.ENGLISH, key, Map.of()));
    }
}
