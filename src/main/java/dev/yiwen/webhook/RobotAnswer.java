package dev.yiwen.webhook;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a robot says in its answer, which is HTTP 200 for a refusal too.
 *
 * @param code 0: it was taken
 * @param words of the robot
 * @param tooMany it was told more a minute than it takes
 */
record RobotAnswer(int code, String words, boolean tooMany) {
    private static final int NONE = -1;
    /** WeCom and DingTalk 20 a minute, Feishu 100. */
    private static final Set<Integer> TOO_MANY = Set.of(45009, 130101, 410100, 11232, 9499);

    static RobotAnswer of(@Nullable String body) {
        try {
            var said = new JsonObject(body == null ? "" : body);
            var code = Stream.of("errcode", "code", "StatusCode")
                    .map(said::getValue)
                    .filter(Number.class::isInstance)
                    .map(it -> ((Number) it).intValue())
                    .findFirst()
                    .orElse(NONE);
            var words = Stream.of("errmsg", "msg", "StatusMessage")
                    .map(said::getValue)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst()
                    .orElse("");
            return new RobotAnswer(code, words, TOO_MANY.contains(code));
        } catch (DecodeException e) {
            return new RobotAnswer(NONE, "", false);
        }
    }

    boolean good() {
        return code == 0;
    }

    String failure() {
        return code == NONE ? "No answer of such a robot" : (code + " " + words).strip();
    }
}
