package dev.yiwen.assist.cases;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** For who wants to wait until past cases are learned; talks do not. */
@Singleton
public final class CaseLearning {
    private final ReplyModels models;

    CaseLearning(ReplyModels models) {
        this.models = models;
    }

    public Uni<Void> learned() {
        return models.current().replaceWithVoid();
    }
}
