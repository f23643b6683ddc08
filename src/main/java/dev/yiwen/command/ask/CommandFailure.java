package dev.yiwen.command.ask;

/** A command cannot go on, for a reason that its user can act on: the message is one sentence for them. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String sentence) {
        super(sentence);
    }
}
