package dev.yiwen.command.operator;

import dev.yiwen.command.ask.CommandFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands in for the systems of an operator until Ctrl-C. */
@Command(
        name = "example-operator",
        mixinStandardHelpOptions = true,
        description = {
            "Runs an example back end of an operator with invented customers, lines, bills and base stations,",
            "for live facts: YIWEN_FACTS_URL=http://127.0.0.1:8090 ./yiwen run, or ./yiwen run --example-operator."
        },
        footer = {
            "",
            "The last digit of a customer's number says what is the matter with them: 0 a bill of yesterday,",
            "1 an outage in the area, 2 an unstable line, 3 data used up, 4 a VIP, 5 needs care, 6 not known,",
            "7 busy base stations, 8 a base station down, 9 nothing.",
            "While it runs: curl -X POST 'http://127.0.0.1:8090/faults?slow=3000&fail=true'"
        })
public final class ExampleOperator implements Callable<Integer> {
    private static final int PORT = 8090;

    @Option(
            names = "--port",
            defaultValue = "" + PORT,
            description = "where it listens, on this machine alone (default ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--slow", paramLabel = "MS", defaultValue = "0", description = "milliseconds before each answer")
    private int slow;

    @Option(names = "--fail", description = "answers everything with an error")
    private boolean fail;

    @Option(names = "--token", description = "refuses whoever does not send it (YIWEN_FACTS_TOKEN)")
    private @Nullable String token;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = new OperatorServer(port, token, new InventedOperator(Clock.systemUTC()))) {
            server.faults(Duration.ofMillis(slow), fail);
            System.out.printf(
                    "The example operator answers on %s; Ctrl-C ends it.%nYIWEN_FACTS_URL=%s ./yiwen run asks it.%n",
                    server.url(), server.url());
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new CommandFailure("Port %d cannot be used: %s".formatted(port, e.getMessage()));
        }
        return 0;
    }

    /** Within the service's own process, for {@code ./yiwen run --example-operator}; its address. */
    public static String beside() {
        try {
            return new OperatorServer(PORT, null, new InventedOperator(Clock.systemUTC())).url();
        } catch (IOException e) {
            throw new CommandFailure("The example operator needs port %d: %s".formatted(PORT, e.getMessage()));
        }
    }
}
