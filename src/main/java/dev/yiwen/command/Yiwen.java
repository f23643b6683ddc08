package dev.yiwen.command;

import dev.yiwen.command.example.ExampleDataCommand;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The commands that need the application's own parts and its database; {@link Clients} has the others. */
@TopCommand
@Command(
        name = "yiwen",
        mixinStandardHelpOptions = true,
        description = "Works on the knowledge, its quality, and what is kept of people.",
        subcommands = {
            ImportCommand.class,
            ExportCommand.class,
            EvaluateCommand.class,
            CustomerCommand.class,
            AuditCommand.class,
            AdminCommand.class,
            ReindexCommand.class,
            ReportsCommand.class,
            ExampleDataCommand.class
        })
final class Yiwen {}
