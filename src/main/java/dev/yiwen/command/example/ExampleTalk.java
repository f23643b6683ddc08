package dev.yiwen.command.example;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invented conversation.
 *
 * @param customer its number, from 0
 * @param helpful the verdict on the bot's answer, which is the second message
 * @param complaint whether a ticket of that kind was opened
 */
record ExampleTalk(
        int customer,
        String channel,
        Instant opened,
        Instant closed,
        List<Line> lines,
        ExampleArticle article,
        @Nullable Served served,
        @Nullable Boolean helpful,
        @Nullable Rated rated,
        boolean complaint) {

    record Line(String author, String text, Instant at) {}

    /** @param agent null: the customer went away before anybody came */
    record Served(
            String reason,
            Instant requested,
            @Nullable Integer agent,
            @Nullable Instant assigned,
            String disposition) {}

    record Rated(int score, String comment) {}
}
