package dev.yiwen.ticket.work;

import dev.yiwen.shared.Problem;
import java.util.Optional;
import java.util.stream.Stream;

/** Why something cannot be done with a ticket as it is; pages say it in their language. */
public enum Refusal {
    RESOLVED(Problem.Kind.CONFLICT, "The ticket is resolved."),
    NOT_RESOLVED(Problem.Kind.CONFLICT, "The ticket is not resolved."),
    OWNED(Problem.Kind.CONFLICT, "A colleague has the ticket."),
    UNOWNED(Problem.Kind.CONFLICT, "Nobody has the ticket who could wait."),
    NOT_YOURS(Problem.Kind.FORBIDDEN, "Take the ticket first."),
    MERGED(Problem.Kind.CONFLICT, "The ticket goes on in another."),
    NOT_MERGED(Problem.Kind.CONFLICT, "The ticket does not go on in another."),
    HAPPENED_SINCE(Problem.Kind.CONFLICT, "Something has happened since they became one."),
    REASON_MISSING(Problem.Kind.INVALID, "They are not of one customer: say why they become one."),
    ITSELF(Problem.Kind.INVALID, "A ticket does not go on in itself."),
    STEP_DONE(Problem.Kind.CONFLICT, "That is done already."),
    NO_CUSTOMER(Problem.Kind.CONFLICT, "The ticket is of no customer who could read it."),
    NO_ASSIGNEE(Problem.Kind.NOT_FOUND, "There is nobody to give it to by that id.");

    private final Problem.Kind kind;
    private final String words;

    Refusal(Problem.Kind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    void unless(boolean holds) {
        if (!holds) {
            throw problem();
        }
    }

    Problem problem() {
        return new Problem(kind, words);
    }

    public static Optional<Refusal> of(Problem problem) {
        return Stream.of(values())
                .filter(it -> it.kind == problem.kind() && it.words.equals(problem.detail()))
                .findFirst();
    }
}
