package dev.yiwen.quality.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the conversations behind a figure are: the cockpit's address of it. */
record Links(ReportPeriod period) {

    String figure(String metric, String by) {
        return figure(metric, by, null);
    }

    /** @param part the row that is open; null: none */
    String figure(String metric, String by, @Nullable String part) {
        return "/cockpit?metric=" + metric + "&by=" + by + "&from=" + period.from() + "&to=" + period.to()
                + (part == null ? "" : "&part=" + URLEncoder.encode(part, StandardCharsets.UTF_8));
    }
}
