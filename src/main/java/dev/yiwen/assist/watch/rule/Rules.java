package dev.yiwen.assist.watch.rule;

import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import dev.yiwen.triage.SaidWords;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The supervisors' rules; every instance reads them again when one of them was changed. */
@Singleton
public final class Rules {
    private static final Logger LOG = Logger.getLogger(Rules.class);
    private static final String TOPIC = "watch_rules";
    private static final Pattern APART = Pattern.compile("[、,，;；\\n]+");
    private static final int MOST = 300;
    /** A single character stands in far too many sentences. */
    private static final int SHORTEST = 2;

    private final EntityStore entities;
    private final Signals signals;
    private volatile List<Added> current = List.of();

    /** A rule as people see it. */
    public record Added(
            UUID id, RuleKind kind, Severity severity, String words, String instead, String by, Instant at) {
        List<String> forms() {
            return Rules.forms(words);
        }
    }

    /**
     * A rule that a text breaks.
     *
     * @param said the words of the rule that stand in it
     */
    public record Broken(Added rule, String said) {}

    Rules(EntityStore entities, Signals signals) {
        this.entities = entities;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, payload -> look(), this::look);
        look();
    }

    /** Newest first. */
    public Uni<List<Added>> all() {
        return entities.list(
                "select id, kind, severity, words, instead, addedBy, addedAt from WatchRule order by addedAt desc, id",
                Added.class);
    }

    /**
     * What an agent's words break.
     *
     * @param before what the same agent has said before in this conversation, in any order
     */
    public List<Broken> brokenBy(String text, List<String> before) {
        return current.stream()
                .flatMap(rule -> SaidWords.in(text, rule.forms()).stream()
                        .limit(1)
                        .filter(said -> rule.kind() == RuleKind.FORBIDDEN || !isDone(rule, text, before))
                        .map(said -> new Broken(rule, said)))
                .toList();
    }

    private static boolean isDone(Added duty, String text, List<String> before) {
        var done = forms(duty.instead());
        return !SaidWords.in(text, done).isEmpty()
                || before.stream().anyMatch(it -> !SaidWords.in(it, done).isEmpty());
    }

    /** Fails with CONFLICT when the list has these words already, in whatever spelling, or is full. */
    public Uni<Added> add(RuleKind kind, Severity severity, String words, String instead, String by) {
        var forms = forms(words);
        if (forms.isEmpty() || forms.stream().anyMatch(it -> it.codePointCount(0, it.length()) < SHORTEST)) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        if (kind == RuleKind.DUTY && forms(instead).isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "a duty needs the words by which it is done");
        }
        var rule = new WatchRule();
        rule.kind = kind;
        rule.severity = severity;
        rule.words = words.strip();
        rule.form = String.join("\n", forms);
        rule.instead = instead.strip();
        rule.addedBy = by;
        return all().invoke(all -> {
                    if (all.size() >= MOST) {
                        throw new Problem(Problem.Kind.CONFLICT, "the list is full");
                    }
                })
                .chain(() -> entities.insert(rule, "the list has these words already"))
                .call(this::changed)
                .map(it -> new Added(it.id, it.kind, it.severity, it.words, it.instead, it.addedBy, it.addedAt));
    }

    public Uni<Void> remove(UUID id) {
        return entities.read(session -> session.createMutationQuery("delete WatchRule where id = :id")
                        .setParameter("id", id)
                        .executeUpdate())
                .invoke(removed -> {
                    if (removed == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "there is no such rule");
                    }
                })
                .chain(this::changed);
    }

    /** Words apart, each in the form in which it is compared. */
    private static List<String> forms(String words) {
        return Arrays.stream(APART.split(words))
                .map(SaidWords::form)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    /** This instance knows before it answers; the others a signal later. */
    private Uni<Void> changed() {
        return refresh().chain(() -> signals.send(TOPIC, ""));
    }

    private Uni<Void> refresh() {
        return all().invoke(all -> current = all).replaceWithVoid();
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The rules of what agents say could not be read", e));
    }
}
