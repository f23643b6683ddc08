package dev.yiwen.command.conversations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation as it was written down: what the customer does, and what should come of it. */
record Script(
        @JsonProperty(value = "conversation", required = true)
        String name,

        @JsonProperty(required = true) List<Turn> turns) {

    Script {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a conversation needs turns");
        }
    }

    /**
     * @param customer the words; null when an offered question is tapped
     * @param tap the number, from 1, of the offered question that is tapped; null when words are sent
     * @param kind what the turn tries, e.g. {@code follow-up}; figures are given by kind
     * @param offers articles whose questions must be among the offered ones
     * @param forbid articles that say the opposite of what was asked, or answer for a neighbour of it
     * @param lacks what the knowledge does not have, in the customer's word, e.g. a year: an article that is given with a
     *     word that this is not there is no wrong answer
     */
    record Turn(
            @Nullable String customer,
            @Nullable Integer tap,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) Expected expect,
            List<String> offers,
            List<String> forbid,
            @Nullable String lacks) {

        Turn {
            if ((customer == null || customer.isBlank()) == (tap == null)) {
                throw new IllegalArgumentException("a turn needs either \"customer\" or \"tap\"");
            }
            offers = offers == null ? List.of() : List.copyOf(offers);
            forbid = forbid == null ? List.of() : List.copyOf(forbid);
        }
    }

    /**
     * What is right: {@code clarify}, {@code smalltalk}, {@code handoff}, {@code none} (anything but an article or a person),
     * {@code no-options} (the same without questions to tap), {@code option N} (what the N-th offered question leads to; {@code option last}) or an article; {@code a | b} when either
     * is; a list when one message is to be answered from several articles, in that order.
     */
    record Expected(List<Set<String>> parts) {
        static final String HANDOFF = "handoff";
        static final String NO_OPTIONS = "no-options";
        private static final String NONE = "none";
        private static final String OPTION = "option ";

        Expected {
            parts = List.copyOf(parts);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Expected of(JsonNode node) {
            var parts = new ArrayList<Set<String>>();
            for (JsonNode part : node.isArray() ? node : List.of(node)) {
                if (!part.isTextual() || part.textValue().isBlank()) {
                    throw new IllegalArgumentException("\"expect\" is a text or a list of texts");
                }
                parts.add(Set.of(part.textValue().strip().split("\\s*\\|\\s*")));
            }
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("\"expect\" is empty");
            }
            return new Expected(parts);
        }

        /** Articles are named by topic and slug. */
        static boolean isArticle(String outcome) {
            return outcome.contains("/");
        }

        /** Everything that would be right somewhere in it. */
        List<String> all() {
            return parts.stream().flatMap(Set::stream).toList();
        }

        boolean metBy(List<String> outcome) {
            if (outcome.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < outcome.size(); i++) {
                if (!met(parts.get(i), outcome.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether one part is met by one outcome. */
        static boolean met(Set<String> part, String outcome) {
            boolean word = !isArticle(outcome) && !outcome.equals(HANDOFF);
            return part.contains(outcome) || word && (part.contains(NONE) || part.contains(NO_OPTIONS));
        }

        /** With {@code option N} replaced by what the offered question leads to. */
        Expected among(List<String> leadsTo) {
            return new Expected(
                    parts.stream().map(part -> resolved(part, leadsTo)).toList());
        }

        private static Set<String> resolved(Set<String> part, List<String> leadsTo) {
            if (part.size() != 1 || !part.iterator().next().startsWith(OPTION)) {
                return part;
            }
            String number = part.iterator().next().substring(OPTION.length());
            int index = number.equals("last") ? leadsTo.size() - 1 : Integer.parseInt(number) - 1;
            return index >= 0 && index < leadsTo.size() ? Set.of(leadsTo.get(index)) : part;
        }

        @Override
        public String toString() {
            return String.join(
                    ", ", parts.stream().map(it -> String.join(" | ", it)).toList());
        }
    }
}
