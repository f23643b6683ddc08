package dev.yiwen.conversation;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Somebody has asked, and the bot has answered. */
@Singleton
final class QuestionStep implements FirstStep {
    private final Pool database;

    QuestionStep(Pool database) {
        this.database = database;
    }

    @Override
    public Key key() {
        return Key.QUESTION;
    }

    @Override
    public Uni<Boolean> isDone() {
        return database.query("select exists (select from message where author = 'bot')")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
