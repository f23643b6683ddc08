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
     */
    record Turn(
            @Nullable String customer,
            @Nullable Integer tap,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) Expected expect,
            List<String> offers) {

        Turn {
            if ((customer == null || customer.isBlank()) == (tap == null)) {
                throw new IllegalArgumentException("a turn needs either \"customer\" or \"tap\"");
            }
            offers = offers == null ? List.of() : List.copyOf(offers);
        }
    }

    /**
     * What is right: {@code clarify}, {@code smalltalk}, {@code handoff}, {@code option N} (what the N-th offered question
     * leads to; {@code option last}) or an article; {@code a | b} when either is; a list when one message is to be answered
     * from several articles, in that order.
     */
    record Expected(List<Set<String>> parts) {
        private static final String OPTION = "option ";

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
            return new Expected(List.copyOf(parts));
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
                if (!parts.get(i).contains(outcome.get(i))) {
                    return false;
                }
            }
            return true;
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
