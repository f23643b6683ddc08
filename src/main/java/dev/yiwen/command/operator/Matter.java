package dev.yiwen.command.operator;

/** What is the matter with an invented customer: the last digit of their number says it. */
enum Matter {
    BILLED_YESTERDAY("东湖片区"),
    OUTAGE("城西片区"),
    UNSTABLE_LINE("南苑片区"),
    DATA_USED_UP("东湖片区"),
    VIP("东湖片区"),
    NEEDS_CARE("南苑片区"),
    NOT_KNOWN("东湖片区"),
    BUSY_STATIONS("北港片区"),
    STATION_DOWN("西山片区"),
    NOTHING("东湖片区");

    private final String area;

    Matter(String area) {
        this.area = area;
    }

    String area() {
        return area;
    }

    static Matter of(String customer) {
        char last = customer.isEmpty() ? '9' : customer.charAt(customer.length() - 1);
        return values()[Character.isDigit(last) ? Character.digit(last, 10) : Math.floorMod(customer.hashCode(), 10)];
    }

    /** The area that is spoken of, else the one without anything. */
    static Matter in(String area) {
        for (var matter : values()) {
            if (area.contains(matter.area.substring(0, 2))) {
                return matter == BILLED_YESTERDAY ? NOTHING : matter;
            }
        }
        return NOTHING;
    }
}
