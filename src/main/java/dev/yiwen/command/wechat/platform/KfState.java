package dev.yiwen.command.wechat.platform;

import java.util.Arrays;
import java.util.Optional;

/** How a session of WeCom kf stands, by the platform's numbers. */
public enum KfState {
    /** 0: nobody has turned to it. */
    UNTREATED(0),
    /** 1: with the interface. */
    ASSISTANT(1),
    /** 2: waits for a person. */
    POOL(2),
    /** 3: with a person in the WeCom client. */
    HUMAN(3),
    /** 4: not begun, or over. */
    CLOSED(4);

    private final int number;

    KfState(int number) {
        this.number = number;
    }

    static Optional<KfState> of(int number) {
        return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
    }

    public int number() {
        return number;
    }

    /** Whether the interface may bring it there. */
    boolean allows(KfState target, boolean closesFromAny) {
        return switch (this) {
            case UNTREATED -> target == ASSISTANT || target == POOL || target == HUMAN || closes(target, closesFromAny);
            case ASSISTANT -> target == POOL || target == HUMAN || closes(target, closesFromAny);
            case POOL -> target == HUMAN || closes(target, closesFromAny);
            case HUMAN -> target == HUMAN || target == CLOSED;
            case CLOSED -> false;
        };
    }

    private static boolean closes(KfState target, boolean closesFromAny) {
        return closesFromAny && target == CLOSED;
    }

    /** Whether {@code send_msg} is allowed. */
    boolean sendable() {
        return this == UNTREATED || this == ASSISTANT;
    }
}
