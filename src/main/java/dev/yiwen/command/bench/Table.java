package dev.yiwen.command.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures for people to read, as they come. */
final class Table {
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void says(String sentence) {
        out.println(sentence);
    }

    void value(String name, long value, String unit) {
        line("%-28s %8d %s", name, value, unit);
    }

    void embedder(BenchReport.Embedding embedding) {
        line("%-28s %8.1f a second", "embedder, " + embedding.threads() + " threads", embedding.perSecond());
    }

    void head() {
        line("");
        line(
                "%-28s %9s %8s %8s %8s %8s %9s %8s",
                "answers", "a second", "p50 ms", "p95 ms", "p99 ms", "ceiling", "refused/s", "errors");
    }

    void answers(String name, BenchReport.Answers answers, Map<String, Integer> faults) {
        line(
                "%-28s %9.1f %8.1f %8.1f %8.1f %8s %9.1f %8d",
                name + ", " + answers.clients() + (answers.clients() == 1 ? " client" : " clients"),
                answers.perSecond(),
                answers.p50Ms(),
                answers.p95Ms(),
                answers.p99Ms(),
                answers.shareOfCeiling() == null ? "" : Math.round(answers.shareOfCeiling() * 100) + "%",
                answers.refusedPerSecond(),
                answers.errors());
        faults.forEach((fault, times) -> out.println("    " + times + " × " + fault));
    }

    /** Milliseconds an answer. */
    void processor(Map<Processor.Part, Double> ms) {
        line(
                "%-28s %8.2f ms: %s",
                "processor time an answer",
                ms.values().stream().mapToDouble(it -> it).sum(),
                ms.entrySet().stream()
                        .map(it -> "%s %.2f".formatted(it.getKey().name().toLowerCase(Locale.ROOT), it.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    /** A line a stage, a pair of columns a number of clients. */
    void stages(List<BenchReport.Stage> stages) {
        var clients = stages.stream().map(BenchReport.Stage::clients).distinct().toList();
        line("");
        line(
                "%-12s%s",
                "stage, ms",
                clients.stream()
                        .map(it -> String.format(Locale.ROOT, "%20s", it + " clients p50/p95"))
                        .collect(Collectors.joining()));
        stages.stream()
                .map(BenchReport.Stage::name)
                .distinct()
                .forEach(name -> line(
                        "%-12s%s",
                        name,
                        clients.stream().map(count -> cell(stages, name, count)).collect(Collectors.joining())));
        line("");
    }

    private static String cell(List<BenchReport.Stage> stages, String name, int clients) {
        return stages.stream()
                .filter(it -> it.name().equals(name) && it.clients() == clients)
                .map(it -> String.format(Locale.ROOT, "%13.1f %6.1f", it.p50Ms(), it.p95Ms()))
                .findFirst()
                .orElse(" ".repeat(20));
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
