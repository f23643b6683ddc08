package dev.yiwen.command;

import dev.yiwen.command.ask.CommandFailure;
import dev.yiwen.shared.Problem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;

/** What went wrong in one sentence, where whoever reads it can do something about it; everything else is a fault of ours. */
final class FaultSentence {
    private FaultSentence() {}

    static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = ofOne(cause);
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofOne(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case CommandFailure expected -> expected.getMessage();
                    case Problem refused -> refused.detail();
                    case NoSuchFileException missing -> "There is no file or folder " + missing.getFile() + ".";
                    case AccessDeniedException denied -> denied.getFile() + " may not be read or written by this user.";
                    case FileSystemException file -> "Reading or writing failed: " + file.getMessage();
                    case CharacterCodingException notText -> "A file is not text in UTF-8.";
                    case BindException taken -> "The port cannot be had: " + taken.getMessage() + ".";
                    case ConnectException refused -> "Nothing answers: " + refused.getMessage() + ".";
                    case PgException database -> "The database refused: " + database.getErrorMessage() + ".";
                    case SQLException database -> "The database refused: " + database.getMessage();
                    case ConfigValidationException wrong -> "The settings are wrong: " + wrong.getMessage();
                    case ConfigurationException wrong -> "The settings are wrong: " + wrong.getMessage();
                    case IllegalArgumentException wrong when speaksOfSetting(wrong) -> wrong.getMessage();
                    case IOException failed when failed.getMessage() != null -> failed.getMessage();
                    default -> null;
                });
    }

    /** As those of features do that find a setting wrong. */
    private static boolean speaksOfSetting(IllegalArgumentException wrong) {
        return wrong.getMessage() != null && wrong.getMessage().matches("(?s)(YIWEN_|yiwen\\.|SRCFG).*");
    }
}
