package dev.yiwen.channel.voice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a telephony system reports. */
sealed interface CallEvent {

    String callId();

    /** The name of the event on the wire. */
    String type();

    /**
     * @param agent login of whose phone rings, when the telephony system chose
     * @param at when it began, in case this comes late
     */
    record Ringing(String callId, String number, Optional<String> agent, CallMoment at) implements CallEvent {
        @Override
        public String type() {
            return "ringing";
        }
    }

    /**
     * What a speaker is saying ({@code last} false: so far) or has said.
     *
     * @param utteranceId as the telephony system numbers it; both sides of a call may be numbered alike
     * @param messageId by which the message that it becomes is known
     * @param spokenAt milliseconds since the call began, or since 1970; null when it was not told, or not in a known form
     * @param revision a higher one takes the place of a lower; null when the recogniser does not count
     */
    record Transcript(
            String callId,
            Speaker speaker,
            String utteranceId,
            String messageId,
            String text,
            boolean last,
            @Nullable Long spokenAt,
            @Nullable Integer revision)
            implements CallEvent {
        @Override
        public String type() {
            return "transcript";
        }
    }

    /**
     * How a speaker sounds, as whoever hears the audio measured it.
     *
     * @param rate characters a second
     * @param loudness decibels
     */
    record Tone(String callId, Speaker speaker, double rate, double loudness, CallMoment at) implements CallEvent {
        @Override
        public String type() {
            return "tone";
        }
    }

    /** Something befalls the line itself; it is kept, and how the call stands follows from all of these. */
    sealed interface OfLine extends CallEvent {
        CallMoment at();
    }

    /** @param agent login of who took the call, when the telephony system knows */
    record Answered(String callId, Optional<String> agent, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "answered";
        }
    }

    /** The customer waits and hears music. */
    record Held(String callId, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "held";
        }
    }

    record Resumed(String callId, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "resumed";
        }
    }

    /** @param to login of an agent, a group of agents, or any other queue or number */
    record Transferred(String callId, String to, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "transferred";
        }
    }

    /** The agent asks somebody, until the call is resumed, put through or over. */
    record Consulting(String callId, Optional<String> with, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "consulting";
        }
    }

    record Muted(String callId, Speaker speaker, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "muted";
        }
    }

    record Unmuted(String callId, Speaker speaker, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "unmuted";
        }
    }

    /**
     * @param by {@code customer}, {@code agent} or {@code system}
     * @param why in the telephony system's words
     */
    record Ended(String callId, Optional<String> by, Optional<String> why, CallMoment at) implements OfLine {
        @Override
        public String type() {
            return "ended";
        }
    }

    enum Speaker {
        CUSTOMER,
        AGENT;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
