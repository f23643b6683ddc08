package dev.yiwen.quality.score;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What service is judged by.
 *
 * @param key by which appeals and judgements name it; stays when its name changes
 * @param points that are taken off when it is broken, or added to the risk
 * @param attitude how much of the five grades of attitude that costs
 * @param of who is judged by it
 */
public record Criterion(
        String key,
        String name,
        String english,
        Dimension score,
        int points,
        double attitude,
        Set<JudgedTalk.Side> of,
        Medium medium,
        boolean enabled,
        Rule rule) {

    // JSON may lack any of them, whatever is said here.
    public Criterion {
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(english);
        requireNonNull(score);
        requireNonNull(medium);
        requireNonNull(rule);
        of = Set.copyOf(of);
    }

    /** Into which score it counts. */
    public enum Dimension {
        COMPLIANCE,
        EXPERIENCE,
        RISK
    }

    /** Where it can be judged. */
    public enum Medium {
        ANY,
        CHAT,
        CALL
    }

    /** How it is found. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Words.class, name = "words"),
        @JsonSubTypes.Type(value = Sequence.class, name = "sequence"),
        @JsonSubTypes.Type(value = Figure.class, name = "figure"),
        @JsonSubTypes.Type(value = Model.class, name = "model"),
        @JsonSubTypes.Type(value = Question.class, name = "question")
    })
    public sealed interface Rule {}

    /** @param demanded whether it must be said; otherwise it must not */
    public record Words(Cue cue, Where where, boolean demanded) implements Rule {
        public Words {
            requireNonNull(cue);
            requireNonNull(where);
        }
    }

    /** Which turns of whom it is about are looked at. */
    public enum Where {
        ANY,
        /** The first two. */
        FIRST,
        /** The last three, of who spoke last. */
        LAST
    }

    /**
     * @param first what it begins with
     * @param then what has to come within so many turns of service, or to have come before
     * @param within 0 before: at any time
     */
    public record Sequence(Cue first, Cue then, int within, boolean before) implements Rule {
        public Sequence {
            requireNonNull(first);
            requireNonNull(then);
        }
    }

    /** @param most more than that breaks it; times are in seconds */
    public record Figure(Measure measure, double most) implements Rule {
        public Figure {
            requireNonNull(measure);
        }
    }

    /** What can be counted or timed. */
    public enum Measure {
        FIRST_RESPONSE,
        LONGEST_WAIT,
        CUSTOMER_TURNS,
        TRANSFERS,
        SAME_PHRASE,
        SILENCE,
        INTERRUPTIONS,
        REPEAT_CONTACTS
    }

    public record Model(Mood mood) implements Rule {
        public Model {
            requireNonNull(mood);
        }
    }

    /** What the small models tell. */
    public enum Mood {
        /** The customer was angry at some time. */
        ANGRY,
        /** And still was at the end. */
        STAYS_ANGRY,
        /** They said so, or, where they did not, their words let think so. */
        DISSATISFIED
    }

    /** @param question that a chat model answers with a quote; broken when the answer is yes */
    public record Question(String question) implements Rule {
        public Question {
            requireNonNull(question);
        }
    }

    /**
     * Something that is said. Words are compared as cues are; {@code …} in one stands for a few characters.
     *
     * @param side CUSTOMER or AGENT, which here is whoever serves, the bot too
     * @param except what looks like it and is not
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cue(
            JudgedTalk.Side side,
            @Nullable Sign sign,
            @Nullable List<String> words,
            @Nullable List<String> except) {
        public Cue {
            requireNonNull(side);
            words = words == null ? List.of() : List.copyOf(words);
            except = except == null ? List.of() : List.copyOf(except);
        }

        boolean isOfCustomer() {
            return side == JudgedTalk.Side.CUSTOMER;
        }
    }

    /** What triage reads in a text. */
    public enum Sign {
        ANGER,
        COMPLAINT,
        HUMAN,
        /** A person is called or comes. */
        HANDOFF,
        /** A number, an amount or a date of somebody's own. */
        FIGURES
    }
}
