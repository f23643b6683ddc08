package dev.yiwen.command;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line before anything of the application is there: usage, and what is wrong with it, cost no database. */
final class Arguments {
    /** That picocli puts after what could not be converted. */
    private static final String EXCEPTION = " \\(java\\.[\\w.]+: .*\\)$";

    private Arguments() {}

    static CommandLine clients() {
        return prepared(new CommandLine(new Clients()));
    }

    static CommandLine tools() {
        return prepared(new CommandLine(Yiwen.class, new UsageFactory()));
    }

    static CommandLine prepared(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Clients::explain)
                .setParameterExceptionHandler((wrong, given) -> complain(wrong));
    }

    /** Ends the process when the usage was wanted, or the arguments are wrong. */
    static void checkOrExit(CommandLine line, String... arguments) {
        try {
            var parsed = line.parseArgs(arguments);
            var wanted = CommandLine.executeHelpRequest(parsed);
            if (wanted != null) {
                System.exit(wanted);
            }
            var last = last(parsed);
            var command = last.commandSpec().userObject();
            if (!(command instanceof Callable || command instanceof Runnable || command instanceof Method)) {
                throw new ParameterException(
                        last.commandSpec().commandLine(),
                        "Say which: "
                                + String.join(
                                        ", ", last.commandSpec().subcommands().keySet()) + ".");
            }
        } catch (ParameterException wrong) {
            System.exit(complain(wrong));
        }
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    private static int complain(ParameterException wrong) {
        var name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        var sentence = String.valueOf(wrong.getMessage()).replaceFirst(EXCEPTION, "");
        System.err.printf("yiwen: %s%n./%s --help tells what it takes.%n", sentence, name);
        return CommandLine.ExitCode.USAGE;
    }
}
