package dev.yiwen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What reaches the log, through the application's own loggers and console. */
@QuarkusTest
class LogFilterTest {
    private static final Logger LOG = Logger.getLogger("dev.yiwen.answer.Somebody");
    private static final String SAID = "我叫王小丽，手机138 1234 5678，身份证11010519900307661X";

    @Test
    void no_line_holds_personal_data() {
        assertThat(written(
                        () -> LOG.infof("Message \"%s\" of %s was read", SAID, "0198a7c1-1380-7138-8138-123456789012")))
                .contains("我叫[姓名]，手机[手机号]，身份证[证件号]")
                .contains("0198a7c1-1380-7138-8138-123456789012");
    }

    @Test
    void no_failure_tells_it_either() {
        var failure = new IllegalStateException("Cannot read " + SAID, new IllegalArgumentException(SAID));

        assertThat(written(() -> LOG.error("A turn failed", failure)))
                .contains("java.lang.IllegalStateException: Cannot read")
                .contains("LogFilterTest")
                .doesNotContain("1234 5678", "王小丽", "11010519900307661X");
    }

    @Test
    void addresses_of_machines_stay() {
        assertThat(written(() -> LOG.info("Listening on http://0.0.0.0:8080, database 10.0.3.17:5432")))
                .contains("0.0.0.0:8080", "10.0.3.17:5432");
    }

    /** What the console prints, whose filter the handler here takes over. */
    private static String written(Runnable log) {
        var console = console();
        assertThat(console.getFilter()).as("the filter of the console").isNotNull();
        var lines = new ArrayList<String>();
        var reader = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(new PatternFormatter("%s%e").format(line));
            }
        };
        reader.setFilter(console.getFilter());
        var root = LogContext.getLogContext().getLogger("");
        root.addHandler(reader);
        try {
            log.run();
        } finally {
            root.removeHandler(reader);
        }
        return String.join("\n", lines);
    }

    private static Handler console() {
        return handlers(List.of(LogContext.getLogContext().getLogger("").getHandlers())).stream()
                .filter(it -> it.getClass().getSimpleName().equals("ConsoleHandler"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Handler> handlers(List<Handler> from) {
        var all = new ArrayList<Handler>();
        for (Handler it : from) {
            all.add(it);
            if (it instanceof ExtHandler ext) {
                all.addAll(handlers(List.of(ext.getHandlers())));
            }
        }
        return all;
    }
}
