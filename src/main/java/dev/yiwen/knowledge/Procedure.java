package dev.yiwen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a matter is dealt with, step by step, as an article for agents writes it: under {@code ## 流程} a numbered list, each
 * step with its stage in 【】 and, beneath it, the words that prove it done.
 *
 * <pre>{@code
 * ## 流程
 * 1. 【识别】核对机主身份：「请问您是机主本人吗？」
 *    - 坐席说：请问您是机主本人吗；核对一下您的身份
 *    - 客户说：我就是机主
 * }</pre>
 *
 * @param steps at least one
 */
public record Procedure(List<Step> steps) {
    private static final Pattern HEADING = Pattern.compile("^##\\s+流程\\s*$");
    private static final Pattern OTHER_HEADING = Pattern.compile("^#{1,2}\\s.*");
    private static final Pattern STEP = Pattern.compile("^ {0,2}\\d{1,2}[.．、)]\\s*(\\S.*)$");
    private static final Pattern STAGE = Pattern.compile("^[【\\[](识别|分类|解决|确认)[】\\]]\\s*");
    private static final Pattern PROOF = Pattern.compile("^\\s*(?:[-*]\\s*)?(完成标志|坐席说|客户说)[：:]\\s*(.*)$");
    private static final Pattern QUOTED = Pattern.compile("「([^」]{4,})」");

    /** Where in a talk a step belongs. */
    public enum Stage {
        IDENTIFY("识别"),
        CLASSIFY("分类"),
        SOLVE("解决"),
        CONFIRM("确认");

        private final String word;

        Stage(String word) {
            this.word = word;
        }

        private static Stage of(String word) {
            return Stream.of(values())
                    .filter(it -> it.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whose words prove a step done. */
    public enum Speaker {
        AGENT,
        CUSTOMER,
        EITHER
    }

    /** @param words an editor's example of what is said when the step is done */
    public record Proof(Speaker by, String words) {}

    /**
     * @param stage null where the editor gave none
     * @param text what to do, without its stage
     * @param proofs none: only by hand
     */
    public record Step(@Nullable Stage stage, String text, List<Proof> proofs) {
        public Step {
            proofs = List.copyOf(proofs);
        }

        /** What to say, where the step says it in 「」; empty where it does not. */
        public String words() {
            return QUOTED.matcher(text)
                    .results()
                    .map(it -> it.group(1))
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse("");
        }
    }

    public Procedure {
        steps = List.copyOf(steps);
    }

    /** Empty when it is none: for customers, without the heading, or without a step beneath it. */
    public static Optional<Procedure> of(Article article) {
        return article.audience() == Audience.AGENT ? in(article.answer()) : Optional.empty();
    }

    /** The same of an answer alone. */
    public static Optional<Procedure> in(String answer) {
        var steps = new ArrayList<Step>();
        var inside = false;
        for (var line : answer.lines().toList()) {
            if (OTHER_HEADING.matcher(line).matches()) {
                inside = steps.isEmpty() && HEADING.matcher(line).matches();
            } else if (inside) {
                read(line, steps);
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Procedure(steps));
    }

    private static void read(String line, List<Step> steps) {
        var step = STEP.matcher(line);
        var proof = PROOF.matcher(line);
        if (step.matches()) {
            steps.add(step(step.group(1).strip()));
        } else if (!steps.isEmpty() && !line.isBlank()) {
            var last = steps.removeLast();
            steps.add(
                    proof.matches()
                            ? new Step(
                                    last.stage(),
                                    last.text(),
                                    Stream.concat(last.proofs().stream(), proofs(proof.group(1), proof.group(2)))
                                            .toList())
                            : new Step(last.stage(), last.text() + "\n" + line.strip(), last.proofs()));
        }
    }

    private static Step step(String text) {
        var stage = STAGE.matcher(text);
        return stage.find()
                ? new Step(Stage.of(stage.group(1)), text.substring(stage.end()), List.of())
                : new Step(null, text, List.of());
    }

    private static Stream<Proof> proofs(String label, String words) {
        var by = switch (label) {
            case "坐席说" -> Speaker.AGENT;
            case "客户说" -> Speaker.CUSTOMER;
            default -> Speaker.EITHER;
        };
        return Stream.of(words.split("[；;]"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> new Proof(by, it));
    }
}
