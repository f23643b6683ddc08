package dev.yiwen.shared;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The same work for several, one after the other, as a transaction can. */
public final class InTurn {
    private InTurn() {}

    /** Ends with the first that fails. */
    public static <T> Uni<Void> each(Iterable<T> all, Function<? super T, ? extends Uni<?>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(it -> work.apply(it).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
