package dev.yiwen.command;

import dev.yiwen.command.ask.Ask;
import dev.yiwen.command.attack.Attack;
import dev.yiwen.command.bench.Bench;
import dev.yiwen.command.operator.ExampleOperator;
import dev.yiwen.command.wechat.WechatSimulatorCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The commands that talk to a running service as any client does. */
@Command(
        name = "yiwen",
        mixinStandardHelpOptions = true,
        description = "Talks to a running service.",
        subcommands = {
            Ask.class,
            Call.class,
            Bench.class,
            Attack.class,
            ExampleOperator.class,
            WechatSimulatorCommand.class
        })
final class Clients {

    /** An expected failure in one sentence; anything else is a fault of ours, with its trace. */
    static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        FaultSentence.of(failure)
                .ifPresentOrElse(
                        it -> command.getErr().println("yiwen: " + it),
                        () -> failure.printStackTrace(command.getErr()));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
