package dev.yiwen.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The time zone by which the company lives: its hours, days, deadlines, texts and tables. The settings of the brand teach it,
 * at start and at each change; no other place names one.
 */
public final class HomeZone {
    /** Until somebody has chosen. */
    public static final String USUAL = "Asia/Shanghai";

    /** Of a region and a town, or UTC: what other programs and browsers know as well. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z0-9_+/-]+|UTC");

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static volatile ZoneId zone = ZoneId.of(USUAL);

    private HomeZone() {}

    public static ZoneId id() {
        return zone;
    }

    public static LocalDate today() {
        return LocalDate.now(Clock.system(zone));
    }

    /** Whether it names one, as IANA does. */
    public static boolean isOne(String name) {
        return NAMED.matcher(name).matches() && KNOWN.contains(name);
    }

    /** @throws java.time.DateTimeException for what {@link #isOne} refuses */
    public static void learn(String name) {
        zone = ZoneId.of(name);
    }

    /** Of what was kept by the days of a zone that may have been the company's before. */
    public static ZoneId named(String id) {
        return ZoneId.of(id);
    }
}
