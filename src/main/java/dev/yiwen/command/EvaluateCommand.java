package dev.yiwen.command;

import dev.yiwen.command.alarms.EvaluateAlarms;
import dev.yiwen.command.assist.EvaluateAssist;
import dev.yiwen.command.assist.EvaluateSessions;
import dev.yiwen.command.attacks.EvaluateAttacks;
import dev.yiwen.command.conversations.EvaluateConversations;
import dev.yiwen.command.conversations.EvaluateInnocent;
import dev.yiwen.command.danger.EvaluateDanger;
import dev.yiwen.command.pictures.EvaluatePictures;
import dev.yiwen.command.redaction.EvaluateRedaction;
import dev.yiwen.command.triage.EvaluateSatisfaction;
import dev.yiwen.command.triage.EvaluateScores;
import dev.yiwen.command.triage.EvaluateTriage;
import dev.yiwen.command.wrapup.EvaluateWrapUp;
import picocli.CommandLine.Command;

/** Measures quality with the product's own pipeline, in a schema of its own. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure quality on a data set; prints one JSON object last.",
        subcommands = {
            EvaluateRetrieval.class,
            EvaluateAnswers.class,
            EvaluateTyped.class,
            EvaluateTokens.class,
            EvaluateConversations.class,
            EvaluateInnocent.class,
            EvaluateDanger.class,
            EvaluateAttacks.class,
            EvaluatePictures.class,
            EvaluateRedaction.class,
            EvaluateGaps.class,
            EvaluateGolden.class,
            EvaluateAssist.class,
            EvaluateSessions.class,
            EvaluatePromises.class,
            EvaluateSatisfaction.class,
            EvaluateScores.class,
            EvaluateAlarms.class,
            EvaluateTriage.class,
            EvaluateWrapUp.class
        })
final class EvaluateCommand {}
