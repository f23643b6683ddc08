package dev.yiwen.command;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The commands that need the application's own parts and its database; {@link Clients} has the others. */
@TopCommand
@Command(
        name = "yiwen",
        mixinStandardHelpOptions = true,
        description = "Works on the knowledge and its quality.",
        subcommands = {ImportCommand.class, EvaluateCommand.class})
final class Yiwen {}
