package dev.yiwen.facts;

import java.time.Instant;
import java.util.Map;

/** What came of asking for a fact. None of these stops anybody's work. */
public sealed interface FactReading {

    FactName fact();

    /**
     * @param value fields of the description: texts, numbers, dates and times as ISO 8601, codes of states, lists of maps
     * @param at when the system said so
     */
    record Known(FactName fact, Map<String, Object> value, Instant at) implements FactReading {
        public Known {
            value = Map.copyOf(value);
        }

        @Override
        public String toString() {
            return fact.value();
        }
    }

    /** The system answered that it has nothing of the kind. */
    record Unknown(FactName fact, Instant at) implements FactReading {}

    /** Not yet: it goes on being read, and who asks again later may have it. */
    record Late(FactName fact) implements FactReading {}

    /** It will not come. */
    record Broken(FactName fact, Why why) implements FactReading {}

    enum Why {
        /** Nobody answers there, or with an error. */
        DOWN,
        /** No answer within the longest time. */
        SLOW,
        /** The credentials are not accepted. */
        REFUSED,
        /** An answer that is not as described. */
        GARBLED,
        /** It failed so often that it is left alone for a while. */
        PAUSED
    }
}
