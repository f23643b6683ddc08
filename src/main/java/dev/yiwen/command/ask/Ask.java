package dev.yiwen.command.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.yiwen.command.argument.ReadablePath;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks the running service, each question in a conversation of its own;"
                + " prints a JSON object a question, in their order.")
public final class Ask implements Callable<Integer> {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "A question each.")
    private List<String> texts = List.of();

    @Option(
            converter = ReadablePath.class,
            names = "--file",
            paramLabel = "FILE",
            description = "A text file with a question a line.")
    private @Nullable Path file;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "8",
            description = "Conversations at the same time (${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for an answer (${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        service.base(); // or a sentence
        var questions = questions();
        if (questions.isEmpty()) {
            throw new CommandFailure("Nothing to ask: give a question, or --file with a question a line.");
        }
        if (atOnce < 1 || patience < 1) {
            throw new CommandFailure("--at-once and --patience are at least 1.");
        }
        try (var http = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
                var workers = Executors.newFixedThreadPool(Math.min(atOnce, questions.size()))) {
            var question = new Question(http, service, Duration.ofSeconds(patience));
            var outcomes = questions.stream()
                    .map(text -> workers.submit(() -> question.ask(text)))
                    .toList();
            try {
                return print(outcomes);
            } finally {
                workers.shutdownNow();
            }
        }
    }

    private List<String> questions() {
        var questions = new ArrayList<String>();
        for (var text : texts) {
            add(questions, text, "An empty question was skipped.");
        }
        if (file != null) {
            var number = 0;
            for (var line : lines(file)) {
                number++;
                add(questions, line, file + ":" + number + " is empty and was skipped.");
            }
        }
        return questions;
    }

    private void add(List<String> questions, String text, String whenEmpty) {
        if (text.isBlank()) {
            errors().println(whenEmpty);
        } else {
            questions.add(text.strip());
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new CommandFailure(file + " is not a text file in UTF-8.");
        } catch (IOException e) {
            throw new CommandFailure(
                    (Files.exists(file) ? file + " cannot be read: " + e.getMessage() : "There is no file " + file)
                            + ".");
        }
    }

    /** In the order of the questions, each as soon as it and those before it are there. */
    private int print(List<Future<Question.Outcome>> outcomes) throws InterruptedException {
        var output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var failed = 0;
        for (var i = 0; i < outcomes.size(); i++) {
            var outcome = outcome(outcomes.get(i));
            output.println(json(outcome));
            if (outcome instanceof Question.Failed failure) {
                failed++;
                errors().printf("Question %d was not served: %s.%n", i + 1, failure.error());
            }
            showProgress(i + 1, outcomes.size());
        }
        return failed == 0 ? 0 : 1;
    }

    private Question.Outcome outcome(Future<Question.Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Question.NotRunning) {
                throw service.notRunning();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static String json(Question.Outcome outcome) {
        try {
            return Question.JSON.writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void showProgress(int done, int all) {
        if (file != null && errorsAreSeen()) {
            errors().printf("\r%d of %d%s", done, all, done == all ? System.lineSeparator() : "");
            errors().flush();
        }
    }

    /** Whether standard error is a terminal; Java itself only knows of standard output. */
    private static boolean errorsAreSeen() {
        try {
            var target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }
}
