package dev.yiwen.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.stream.Stream;

/** What an API key may be used for; a key has one at least. */
public enum ApiScope {
    /** Answers to questions. */
    @JsonProperty("ask")
    ASK,
    /** What people wrote in places that the system reads. */
    @JsonProperty("mention")
    MENTION,
    /** What customers said of the service elsewhere. */
    @JsonProperty("feedback")
    FEEDBACK;

    /** The roles of keys, for annotations: none of a person's. */
    public static final class Names {
        public static final String ASK = "scope:ask";
        public static final String MENTION = "scope:mention";
        public static final String FEEDBACK = "scope:feedback";

        private Names() {}
    }

    public static ApiScope of(String word) {
        return Stream.of(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scope \"" + word + "\"."));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the role that stands for it. */
    public String role() {
        return "scope:" + word();
    }
}
