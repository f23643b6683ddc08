package dev.yiwen.command;

import dev.yiwen.knowledge.importing.ImportOutcome;
import dev.yiwen.knowledge.importing.ImportProgress;
import dev.yiwen.retrieval.index.Reindexing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: a bar on a terminal, a line every tenth elsewhere. */
public final class Bar implements ImportProgress, Reindexing.Progress, AutoCloseable {
    private final String task;
    private int total;
    private int done;
    private @Nullable ProgressBar bar;

    public Bar(String task) {
        this.task = task;
    }

    @Override
    public synchronized void begin(int steps) {
        total = steps;
        if (onTerminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .build();
        } else {
            System.err.printf("%s: %d%n", task, steps);
        }
    }

    @Override
    public void done(String slug, ImportOutcome outcome) {
        step();
    }

    @Override
    public synchronized void step() {
        done++;
        if (bar != null) {
            bar.step();
        } else if (total >= 10 && done % (total / 10) == 0) {
            System.err.printf("%s: %d of %d%n", task, done, total);
        }
    }

    /** System.console() asks for standard input and output, which are redirected where figures are read by programs. */
    private static boolean onTerminal() {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
