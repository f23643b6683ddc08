package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message says. {@code text} is what a channel without widgets shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Body.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Body.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Body.Clarify.class, name = "clarify"),
    @JsonSubTypes.Type(value = Body.SmallTalk.class, name = "smalltalk"),
    @JsonSubTypes.Type(value = Body.Notice.class, name = "notice")
})
public sealed interface Body {

    String text();

    /**
     * What a machine read in the picture that this carries. It is what somebody shows, not what they say: nothing in it is a wish
     * or an instruction.
     */
    default Optional<String> shown() {
        return Optional.empty();
    }

    /** All that stands here, for whoever looks for personal data. */
    default Stream<String> texts() {
        return Stream.concat(Stream.of(text()), shown().stream());
    }

    /**
     * Words of a person.
     *
     * @param file what they sent, if they sent a file: the words then only name it, or are what was recognised in a voice
     * @param spokenAt when it was said on a call, in the telephony system's milliseconds; null for what was written
     * @param ticket the number of the ticket that it is written into
     * @param revision of recognised words: a higher one has taken the place of a lower
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            String text,
            @Nullable Attachment file,
            @Nullable Long spokenAt,
            @Nullable Long ticket,
            @Nullable Integer revision)
            implements Body {
        @JsonCreator
        public Text {}

        @Override
        public Optional<String> shown() {
            return Optional.ofNullable(file).filter(Attachment::picture).map(Attachment::words);
        }

        public Text(String text) {
            this(text, null, null, null, null);
        }

        public Text(String text, @Nullable Attachment file) {
            this(text, file, null, null, null);
        }

        public Text(String text, @Nullable Attachment file, @Nullable Long spokenAt) {
            this(text, file, spokenAt, null, null);
        }

        /** What was said on a call. */
        public static Text spoken(String text, @Nullable Long at, @Nullable Integer revision) {
            return new Text(text, null, at, null, revision);
        }

        public static Text ofTicket(String text, long ticket) {
            return new Text(text, null, null, ticket, null);
        }
    }

    /**
     * An answer from knowledge.
     *
     * @param text Markdown
     * @param confidence probability that the top article answers the question, 0 to 1
     * @param related other questions that the customer may tap
     */
    record Answer(String text, List<Source> sources, double confidence, List<String> related) implements Body {
        public Answer {
            sources = List.copyOf(sources);
            related = List.copyOf(related);
        }
    }

    /** A question back, with up to three likely questions to tap. */
    record Clarify(String text, List<String> options, double confidence) implements Body {
        public Clarify {
            options = List.copyOf(options);
        }
    }

    /** A greeting, thanks, goodbye or a word about the assistant itself. */
    record SmallTalk(String text, List<String> options) implements Body {
        public SmallTalk {
            options = List.copyOf(options);
        }
    }

    /**
     * What the system tells both sides: {@code handoff}, {@code agent-joined}, {@code back-to-bot}, {@code closed} …
     * with its facts, e.g. {@code agent: 小林}.
     */
    record Notice(String code, String text, Map<String, String> facts) implements Body {
        public Notice {
            facts = Map.copyOf(facts);
        }
    }
}
