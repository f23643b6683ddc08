package dev.yiwen.quality.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The reports of months and quarters. */
@ConfigMapping(prefix = "yiwen.reports")
public interface ReportConfig {

    /** How long they are kept after they were made; they hold counts, and nothing of anybody. */
    @WithDefault("3650d")
    Duration keep();
}
