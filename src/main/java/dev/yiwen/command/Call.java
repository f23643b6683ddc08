package dev.yiwen.command;

import dev.yiwen.command.replay.Replay;
import picocli.CommandLine.Command;

/** What a telephony system would do. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "Plays calls into the running service.",
        subcommands = Replay.class)
final class Call {}
