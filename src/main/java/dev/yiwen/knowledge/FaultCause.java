package dev.yiwen.knowledge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be behind a fault that an article deals with, as its front matter states it. Wordings of the same are divided by
 * {@code ；}, and the first of them is its name.
 *
 * <pre>{@code
 * causes:
 *   - cause: 光纤松动或弯折
 *     product: 光猫
 *     symptoms: [上不了网；断网了]
 *     checks:
 *       光猫哪个灯是红的？: LOS 灯红；光信号灯红
 *     solutions: [broadband/los-red-light]
 * }</pre>
 *
 * @param product empty: the article's
 * @param symptoms what customers complain of
 * @param checks what to ask, and which answers speak for this cause
 * @param solutions slugs of articles and procedures that help; none: the article itself
 */
public record FaultCause(
        String cause, String product, List<String> symptoms, List<Check> checks, List<String> solutions) {
    private static final int LONGEST = 200;
    private static final int MOST = 20;

    /** @param answers at least one, each with its wordings */
    public record Check(String question, List<String> answers) {
        public Check {
            question = question.strip();
            answers = stripped(answers);
        }

        private JsonObject json() {
            return new JsonObject().put("question", question).put("answers", new JsonArray(answers));
        }

        private static Check of(JsonObject json) {
            return new Check(json.getString("question"), texts(json, "answers"));
        }
    }

    public FaultCause {
        cause = cause.strip();
        product = product.strip();
        symptoms = stripped(symptoms);
        checks = List.copyOf(checks);
        solutions = stripped(solutions);
    }

    /** The name and the other wordings of what front matter says of a symptom or an answer. */
    public static List<String> wordings(String text) {
        return stripped(List.of(text.split("[；;]")));
    }

    /** What is absent in JSON are none. */
    static List<FaultCause> listed(@Nullable List<FaultCause> causes) {
        return causes == null ? List.of() : List.copyOf(causes);
    }

    /** What keeps some from being saved, in words; empty when nothing does. */
    public static Optional<String> fault(List<FaultCause> causes) {
        if (causes.size() > MOST) {
            return Optional.of("there are more than " + MOST + " causes");
        }
        return causes.stream().flatMap(FaultCause::faults).findFirst();
    }

    private Stream<String> faults() {
        var texts = Stream.of(
                        Stream.of(cause, product),
                        symptoms.stream(),
                        solutions.stream(),
                        checks.stream().flatMap(it -> Stream.concat(Stream.of(it.question()), it.answers().stream())))
                .flatMap(it -> it)
                .toList();
        return Stream.of(
                        Optional.of("a cause has no name").filter(it -> cause.isEmpty()),
                        Optional.of("the cause " + cause + " has neither symptoms nor checks")
                                .filter(it -> symptoms.isEmpty() && checks.isEmpty()),
                        Optional.of("a check of " + cause + " has no question or no answer")
                                .filter(it -> checks.stream()
                                        .anyMatch(check -> check.question().isEmpty()
                                                || check.answers().isEmpty())),
                        Optional.of("the cause " + cause + " says too much: at most " + LONGEST + " characters, " + MOST
                                        + " symptoms")
                                .filter(it -> symptoms.size() > MOST
                                        || checks.size() > MOST
                                        || texts.stream().anyMatch(text -> text.length() > LONGEST)))
                .flatMap(Optional::stream);
    }

    /** As rows keep them. */
    public static JsonArray json(List<FaultCause> causes) {
        var array = new JsonArray();
        causes.forEach(it -> array.add(it.json()));
        return array;
    }

    public static List<FaultCause> of(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(FaultCause::of).toList();
    }

    private JsonObject json() {
        var all = new JsonArray();
        checks.forEach(it -> all.add(it.json()));
        return new JsonObject()
                .put("cause", cause)
                .put("product", product)
                .put("symptoms", new JsonArray(symptoms))
                .put("checks", all)
                .put("solutions", new JsonArray(solutions));
    }

    private static FaultCause of(JsonObject json) {
        return new FaultCause(
                json.getString("cause"),
                json.getString("product", ""),
                texts(json, "symptoms"),
                json.getJsonArray("checks", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .map(Check::of)
                        .toList(),
                texts(json, "solutions"));
    }

    private static List<String> texts(JsonObject json, String key) {
        return json.getJsonArray(key, new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
