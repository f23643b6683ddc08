package dev.yiwen.command;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** The application's own command line; the launcher {@code ./yiwen} calls it. */
@TopCommand
@Command(
        name = "yiwen",
        mixinStandardHelpOptions = true,
        description = "Runs the service when called without a command.",
        subcommands = {ImportCommand.class, EvaluateCommand.class})
final class Yiwen implements Runnable {

    @Override
    public void run() {
        Quarkus.waitForExit();
    }
}
