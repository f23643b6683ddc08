package dev.yiwen.command;

import dev.yiwen.edge.connection.ConnectionGuard;
import dev.yiwen.shared.Segmenter;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Where the process begins. Without a command it serves. The clients of a running service need nothing of the application
 * and start at once; the tools need the database but no port.
 */
@QuarkusMain
public final class Main {
    private static final String SERVE = "serve";
    private static final String EVALUATE = "evaluate";
    private static final Set<String> HELP = Set.of("-h", "--help");

    private Main() {}

    public static void main(String... arguments) {
        var command = arguments.length == 0 ? SERVE : arguments[0];
        var clients = new CommandLine(new Clients());
        if (command.equals(SERVE)) {
            ConnectionGuard.enable();
            Segmenter.beginToLoad();
            Quarkus.run(Service.class, arguments);
        } else if (clients.getSubcommands().containsKey(command)) {
            System.exit(clients.setExecutionExceptionHandler(Clients::explain).execute(arguments));
        } else if (tools().contains(command)) {
            beQuiet();
            if (command.equals(EVALUATE) && Collections.disjoint(List.of(arguments), HELP)) {
                // What is measured must not depend on a chat model, nor cost its tokens.
                System.setProperty("yiwen.llm.base-url", "");
                ScratchSchema.open();
            }
            Quarkus.run(Tools.class, Main::end, arguments);
        } else {
            System.err.printf("There is no command '%s'; ./yiwen help lists them.%n", command);
            System.exit(CommandLine.ExitCode.USAGE);
        }
    }

    private static Set<String> tools() {
        return Arrays.stream(Yiwen.class.getAnnotation(Command.class).subcommands())
                .map(tool -> tool.getAnnotation(Command.class).name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A tool takes no requests, does no scheduled work, and has standard output for its result alone. */
    private static void beQuiet() {
        setUnlessSet("quarkus.http.host-enabled", "false");
        setUnlessSet("quarkus.scheduler.enabled", "false");
        setUnlessSet("quarkus.log.console.json.enabled", "false");
        setUnlessSet("quarkus.log.console.stderr", "true");
        setUnlessSet("quarkus.log.level", "WARN");
        // The service imports the starter knowledge; a tool does what it was told to.
        setUnlessSet("yiwen.knowledge.starter", "false");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println("yiwen: " + sentence(failure));
            System.exit(CommandLine.ExitCode.SOFTWARE);
        }
        System.exit(code);
    }

    private static String sentence(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
