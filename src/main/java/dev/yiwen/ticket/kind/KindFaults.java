package dev.yiwen.ticket.kind;

import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.kind.KindDefinition.Field;
import dev.yiwen.ticket.kind.KindDefinition.Step;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What kinds of tickets may not be. */
@Singleton
final class KindFaults {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern HOURS = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_KINDS = 60;
    private static final int MOST_STEPS = 8;
    private static final int MOST_FIELDS = 20;
    private static final int MOST_CHOICES = 50;
    private static final int LONGEST = 30;
    private static final long LEAST_MINUTES = 5;
    private static final long MOST_MINUTES = 365 * 24 * 60;

    private final Messages messages;

    KindFaults(Messages messages) {
        this.messages = messages;
    }

    /** In words; empty when all is well. */
    List<String> in(List<KindDefinition> wanted, List<KindDefinition> before) {
        var found = new ArrayList<String>();
        check(found, wanted.size() <= MOST_KINDS, "many", "");
        check(found, areOne(wanted.stream().map(KindDefinition::id)), "id", "");
        check(found, areOne(wanted.stream().filter(it -> !it.retired()).map(it -> name(it.label()))), "twice", "");
        check(found, wanted.stream().anyMatch(it -> it.forCustomers() && !it.retired()), "none-for-customers", "");
        for (var gone : before) {
            var stays = wanted.stream().anyMatch(it -> it.id().equals(gone.id()));
            check(found, stays, "gone", name(gone.label()));
        }
        wanted.forEach(it -> of(it, found));
        return found.stream().distinct().toList();
    }

    private void of(KindDefinition kind, List<String> found) {
        var name = name(kind.label());
        check(found, kind.id() != null && ID.matcher(kind.id().id()).matches(), "id", name);
        check(found, isName(kind.label()), "name", name);
        check(found, HOURS.matcher(kind.hours()).matches(), "hours", name);
        check(found, !kind.steps().isEmpty() && kind.steps().size() <= MOST_STEPS, "steps", name);
        check(found, kind.fields().size() <= MOST_FIELDS, "fields", name);
        check(found, areOne(kind.steps().stream().map(Step::id)), "id", name);
        check(found, areOne(kind.fields().stream().map(Field::id)), "id", name);
        check(found, areOne(kind.steps().stream().map(it -> name(it.label()))), "step-twice", name);
        check(found, areOne(kind.fields().stream().map(it -> name(it.label()))), "field-twice", name);
        kind.steps().forEach(it -> step(it, name, found));
        kind.fields().forEach(it -> field(it, name, found));
    }

    private void step(Step step, String kind, List<String> found) {
        check(found, step.id() != null && ID.matcher(step.id().id()).matches(), "id", kind);
        check(found, isName(step.label()), "name", kind);
        check(found, step.minutes() >= LEAST_MINUTES && step.minutes() <= MOST_MINUTES, "time", kind);
    }

    private void field(Field field, String kind, List<String> found) {
        check(found, field.id() != null && ID.matcher(field.id()).matches() && field.type() != null, "id", kind);
        check(found, isName(field.label()), "name", kind);
        boolean chooses = field.type() == KindDefinition.Type.CHOICE;
        check(found, !chooses || areChoices(field.choices()), "choices", kind);
    }

    private static boolean areChoices(Collection<String> choices) {
        return !choices.isEmpty()
                && choices.size() <= MOST_CHOICES
                && choices.stream().allMatch(it -> !it.isBlank() && it.length() <= LONGEST)
                && areOne(choices.stream());
    }

    private static String name(@Nullable TicketLabel label) {
        return label == null ? "" : label.chinese();
    }

    private static boolean isName(@Nullable TicketLabel label) {
        return label != null
                && !label.chinese().isEmpty()
                && Stream.of(label.chinese(), label.english())
                        .allMatch(it ->
                                it.length() <= LONGEST && it.chars().noneMatch(c -> "<>{}".indexOf(c) >= 0 || c < ' '));
    }

    private static boolean areOne(Stream<?> each) {
        var all = each.toList();
        return all.stream().distinct().count() == all.size();
    }

    private void check(List<String> found, boolean holds, String fault, String name) {
        if (!holds) {
            found.add(messages.text("ticket.kinds.fault." + fault, Map.of("name", name)));
        }
    }
}
