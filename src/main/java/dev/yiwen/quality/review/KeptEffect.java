package dev.yiwen.quality.review;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An effect as it is stored: counts, of which the intervals follow. */
final class KeptEffect {
    private KeptEffect() {}

    static JsonObject json(Effect effect) {
        return new JsonObject()
                .put("end", effect.end().toString())
                .put("days", effect.days())
                .put("before", json(effect.before()))
                .put("after", json(effect.after()));
    }

    static @Nullable Effect of(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Effect(
                        LocalDate.parse(json.getString("end")),
                        json.getInteger("days"),
                        interval(json.getJsonObject("before")),
                        interval(json.getJsonObject("after")));
    }

    private static JsonObject json(Interval interval) {
        return new JsonObject().put("n", interval.n()).put("hits", interval.hits());
    }

    private static Interval interval(JsonObject json) {
        return Interval.of(json.getInteger("n"), json.getInteger("hits"));
    }
}
