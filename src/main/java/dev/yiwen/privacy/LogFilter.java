package dev.yiwen.privacy;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Keeps personal data out of the log, whoever writes to it: out of messages and out of what failures say. */
@LoggingFilter(name = "personal-data")
public final class LogFilter implements Filter {
    /** Ours to find what is wrong, and nobody's who asks us. */
    private static final Set<Kind> MACHINES = Set.of(Kind.IP_ADDRESS, Kind.MAC_ADDRESS);

    @Override
    public boolean isLoggable(LogRecord line) {
        String written = line instanceof ExtLogRecord ext ? ext.getFormattedMessage() : line.getMessage();
        if (written != null) {
            String masked = masked(written);
            if (!masked.equals(written)) {
                rewrite(line, masked);
            }
        }
        var thrown = line.getThrown();
        if (thrown != null && says(thrown)) {
            line.setThrown(MaskedFailure.of(thrown));
        }
        return true;
    }

    private static void rewrite(LogRecord line, String masked) {
        line.setParameters(null);
        if (line instanceof ExtLogRecord ext) {
            ext.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            line.setMessage(masked);
        }
    }

    private static String masked(String text) {
        return Masked.text(text, it -> !MACHINES.contains(it.kind()));
    }

    private static boolean says(Throwable thrown) {
        int deep = 0;
        for (Throwable it = thrown; it != null && deep < MaskedFailure.DEEPEST; it = it.getCause(), deep++) {
            String message = it.getMessage();
            if (message != null && !masked(message).equals(message)) {
                return true;
            }
        }
        return false;
    }

    /** A failure with its stack, and without what it said of people. */
    private static final class MaskedFailure extends Throwable {
        private static final int DEEPEST = 20;

        private final String words;

        private MaskedFailure(String words, @Nullable Throwable cause) {
            super(words, cause, false, true);
            this.words = words;
        }

        static MaskedFailure of(Throwable failure) {
            return of(failure, 0);
        }

        private static MaskedFailure of(Throwable failure, int depth) {
            var cause = failure.getCause();
            var masked = new MaskedFailure(
                    masked(failure.toString()), cause == null || depth >= DEEPEST ? null : of(cause, depth + 1));
            masked.setStackTrace(failure.getStackTrace());
            return masked;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
