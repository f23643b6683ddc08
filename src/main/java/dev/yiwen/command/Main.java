package dev.yiwen.command;

import dev.yiwen.command.operator.ExampleOperator;
import dev.yiwen.edge.connection.ConnectionGuard;
import dev.yiwen.shared.Segmenter;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
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
    /** Beside the service, with an example of an operator's systems to ask. */
    private static final String WITH_EXAMPLE = "--example-operator";
    /** Clients that start an instance of their own. */
    private static final Set<String> MEASURING = Set.of("bench", "attack");

    private static final int LAST_PORT = 65535;

    private Main() {}

    public static void main(String... arguments) {
        var command = arguments.length == 0 ? SERVE : arguments[0];
        if (command.equals(WITH_EXAMPLE)) {
            setUnlessSet("yiwen.facts.url", ExampleOperator.beside());
            serve(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (command.equals(SERVE)) {
            serve(arguments);
        } else if (Arguments.clients().getSubcommands().containsKey(command)) {
            Arguments.checkOrExit(Arguments.clients(), arguments);
            if (MEASURING.contains(command)) {
                DatabaseCheck.orExit();
            }
            System.exit(Arguments.clients().execute(arguments));
        } else if (tools().contains(command)) {
            Arguments.checkOrExit(Arguments.tools(), arguments);
            DatabaseCheck.orExit();
            beQuiet();
            if (command.equals(EVALUATE)) {
                // What is measured must not depend on a chat model, nor cost its tokens.
                System.setProperty("yiwen.llm.base-url", "");
                if (!asksLiveKnowledge(arguments)) {
                    ScratchSchema.open();
                }
            }
            if (command.equals(ReindexCommand.NAME)) {
                System.setProperty("yiwen.embedding.renew", "true");
            }
            Quarkus.run(Tools.class, Main::end, arguments);
        } else {
            System.err.printf("There is no command '%s'; ./yiwen help lists them.%n", command);
            System.exit(CommandLine.ExitCode.USAGE);
        }
    }

    /** What changes nothing, and is of what customers and agents get, where there is something. */
    private static boolean asksLiveKnowledge(String... arguments) {
        var given = List.of(arguments);
        if (given.size() > 1 && given.get(1).equals("assist")) {
            return given.stream().noneMatch(it -> it.equals("--hold-out") || it.startsWith("--cases"));
        }
        return given.size() > 1
                && given.get(1).equals("golden")
                && given.stream().noneMatch(it -> it.startsWith("--knowledge"))
                && ScratchSchema.knowledgeIsLive();
    }

    private static void serve(String... arguments) {
        requirePort(System.getenv("YIWEN_PORT"));
        DatabaseCheck.orExit();
        sayFaultsOurselves();
        ConnectionGuard.enable();
        Segmenter.beginToLoad();
        Quarkus.run(Service.class, Main::end, arguments);
    }

    private static void requirePort(@Nullable String port) {
        if (port != null && !port.isBlank() && !(port.matches("\\d{1,5}") && Integer.parseInt(port) <= LAST_PORT)) {
            System.err.printf("yiwen: YIWEN_PORT is a number up to %d, not %s.%n", LAST_PORT, port);
            System.exit(CommandLine.ExitCode.USAGE);
        }
    }

    /** Quarkus would write a trace of whatever keeps it from starting. */
    private static void sayFaultsOurselves() {
        setUnlessSet("quarkus.log.category.\"io.quarkus.runtime.Application\".level", "OFF");
    }

    private static Set<String> tools() {
        return Arrays.stream(Yiwen.class.getAnnotation(Command.class).subcommands())
                .map(tool -> tool.getAnnotation(Command.class).name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A tool takes no requests, does no scheduled work, and has standard output for its result alone. */
    private static void beQuiet() {
        sayFaultsOurselves();
        setUnlessSet("quarkus.http.host-enabled", "false");
        setUnlessSet("quarkus.scheduler.enabled", "false");
        setUnlessSet("quarkus.log.console.json.enabled", "false");
        setUnlessSet("quarkus.log.console.stderr", "true");
        // What frameworks warn of is the service's matter, as is work that is done again and again: a tool ends in its
        // middle.
        setUnlessSet("quarkus.log.level", "ERROR");
        setUnlessSet("quarkus.log.category.\"dev.yiwen\".level", "WARN");
        setUnlessSet("quarkus.log.category.\"dev.yiwen.shared.Rhythm\".level", "OFF");
        // The service imports the starter knowledge; a tool does what it was told to.
        setUnlessSet("yiwen.knowledge.starter", "none");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            FaultSentence.of(failure)
                    .ifPresentOrElse(it -> System.err.println("yiwen: " + it), failure::printStackTrace);
            System.exit(CommandLine.ExitCode.SOFTWARE);
        }
        System.exit(code);
    }
}
