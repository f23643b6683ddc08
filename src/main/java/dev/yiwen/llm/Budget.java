package dev.yiwen.llm;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens that may be spent, counted over all instances. */
interface Budget {

    /** Whether a call may be made. */
    sealed interface Grant {

        /** @param day that it was written on */
        record Granted(LocalDate day) implements Grant {}

        record Refused(Fault why) implements Grant {}
    }

    /** Sets tokens aside. */
    Uni<Grant> reserve(UUID conversation, long tokens);

    /** Takes more than was set aside, or gives back; from the conversation alone without a day. Never fails. */
    Uni<Void> settle(UUID conversation, @Nullable LocalDate day, long difference);
}
