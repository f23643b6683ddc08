package dev.yiwen.command.triage;

/** Every second line or conversation, counted from zero as indexes are, so that fitting and reporting stay apart. */
enum Half {
    EVEN,
    ODD,
    ALL;

    boolean holds(int number) {
        return switch (this) {
            case EVEN -> number % 2 == 0;
            case ODD -> number % 2 != 0;
            case ALL -> true;
        };
    }
}
