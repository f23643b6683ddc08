package dev.yiwen.command.argument;

/** Which part of a set counts, so that fitting and reporting stay apart. */
public enum Half {
    EVEN,
    ODD,
    ALL;

    /** The half that is left when this one is taken; everything is left of nothing taken. */
    public Half other() {
        return switch (this) {
            case EVEN -> ODD;
            case ODD -> EVEN;
            case ALL -> ALL;
        };
    }

    public String words() {
        return switch (this) {
            case EVEN -> "even half";
            case ODD -> "odd half";
            case ALL -> "whole";
        };
    }

    /** Every second line or conversation, by its number. */
    public boolean holds(int number) {
        return switch (this) {
            case EVEN -> number % 2 == 0;
            case ODD -> number % 2 != 0;
            case ALL -> true;
        };
    }

    /** By the last digit of an id. */
    public boolean holds(String id) {
        return holds(id.charAt(id.length() - 1));
    }
}
