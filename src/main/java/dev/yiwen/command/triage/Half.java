package dev.yiwen.command.triage;

/** Every second line or conversation, counted from zero as indexes are, so that fitting and reporting stay apart. */
enum Half {
    EVEN,
    ODD,
    ALL;

    /** The half that is left when this one is taken; everything is left of nothing taken. */
    Half other() {
        return switch (this) {
            case EVEN -> ODD;
            case ODD -> EVEN;
            case ALL -> ALL;
        };
    }

    String words() {
        return switch (this) {
            case EVEN -> "even half";
            case ODD -> "odd half";
            case ALL -> "whole";
        };
    }

    boolean holds(int number) {
        return switch (this) {
            case EVEN -> number % 2 == 0;
            case ODD -> number % 2 != 0;
            case ALL -> true;
        };
    }
}
