package dev.yiwen.command.bench.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What supervisors read: addresses by a word for them. */
final class ReportPaths {
    private static final String REPORTS = "/api/v1/reports";
    private static final int DAYS = 90;

    private ReportPaths() {}

    static Map<String, String> of(LocalDate today) {
        var paths = new LinkedHashMap<String, String>();
        var quarter = "&from=" + today.minusDays(DAYS) + "&to=" + today.plusDays(1);
        paths.put("today", REPORTS + "/today");
        for (var by : new String[] {
            "DAY", "HOUR", "CHANNEL", "TOPIC", "MAIN_TOPIC", "REGION", "AGENT", "GROUP", "TIER", "ARTICLE", "PRODUCT"
        }) {
            paths.put("satisfaction, 90 days, " + by, REPORTS + "?metric=SATISFACTION&by=" + by + quarter);
        }
        paths.put("first contact, 90 days, TOPIC", REPORTS + "?metric=FIRST_CONTACT&by=TOPIC" + quarter);
        paths.put("one topic by DAY", REPORTS + "?metric=FIRST_CONTACT&by=DAY&topic=billing" + quarter);
        paths.put("topics below one by DAY", REPORTS + "?metric=FIRST_CONTACT&by=DAY&topic=service" + quarter);
        paths.put("two dimensions, 90 days", REPORTS + "?metric=SATISFACTION&by=AGENT&topic=billing" + quarter);
        paths.put("two dimensions, 30 days", REPORTS + "?metric=SATISFACTION&by=AGENT&topic=billing");
        for (var by : new String[] {"DAY", "HOUR", "TOPIC", "AGENT"}) {
            paths.put("waiting p50/p90, 90 days, " + by, REPORTS + "?metric=WAIT_ANSWERED&by=" + by + quarter);
        }
        var list = REPORTS + "/conversations?metric=SATISFACTION&which=MISS" + quarter;
        paths.put("conversations behind a number", list + "&topic=billing");
        paths.put("those behind one with topics below", list + "&topic=service");
        paths.put("those behind one that is nobody's", list + "&topic=other-1");
        return paths;
    }
}
