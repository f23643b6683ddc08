package dev.yiwen.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.CurrentKey;
import dev.yiwen.knowledge.Addressee;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.UnknownFields;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers for systems that just want an answer. What the bot would say: nothing is stored, and nobody is called. */
@Path("/api/v1/ask")
@RolesAllowed(ApiScope.Names.ASK)
final class AskResource {
    /** As long as a customer's message may be. */
    private static final int LONGEST = 2000;

    /**
     * @param conversationId whose words before it the question leans on; it is read, and not changed
     * @param language of what the bot says of itself; articles are in their own
     * @param channel by what the answer reaches the customer; that of the conversation, or a chat
     * @param tier how valued the customer is, 0 to 9; that of the conversation's, or 0
     */
    record Ask(
            @NotBlank @Size(max = LONGEST) String question,
            @Nullable UUID conversationId,
            @Nullable @Pattern(regexp = "zh-CN|en") String language,

            @Nullable @Pattern(regexp = "chat|mini-program|spoken|wechat") String channel,

            @Nullable @Min(0) @Max(9) Integer tier) {
        boolean isEnglish() {
            return "en".equals(language);
        }

        /** As it is said; null when nothing is, so that the conversation tells. */
        @Nullable Addressee addressee() {
            if (channel == null && tier == null) {
                return null;
            }
            var by = channel == null
                    ? AnswerChannel.CHAT
                    : AnswerChannel.of(channel).orElse(AnswerChannel.CHAT);
            return new Addressee(by, tier == null ? 0 : tier);
        }
    }

    enum AskDecision {
        @JsonProperty("answered")
        ANSWERED,
        @JsonProperty("clarify")
        CLARIFY,
        @JsonProperty("smalltalk")
        SMALLTALK,
        @JsonProperty("handoff")
        HANDOFF
    }

    /**
     * @param answer Markdown; of a hand-off that somebody must see to it, and that nobody was called
     * @param options other questions, or what a question back offers
     * @param confidence probability that the first article found answers, 0 to 1; 0 where nothing was looked up
     * @param sources the articles that the answer is made of
     * @param reason of a hand-off
     */
    @Schema(requiredProperties = {"decision", "answer", "options", "confidence", "sources"})
    record AskReply(
            AskDecision decision,
            String answer,
            List<String> options,
            double confidence,
            List<Source> sources,
            HandoffReason.@Nullable Code reason) {}

    private final AnswerPreview preview;
    private final Conversations conversations;
    private final CurrentKey key;
    private final AskWords words;
    private final Wordings wordings;
    private final AnswerConfig config;

    AskResource(
            AnswerPreview preview,
            Conversations conversations,
            CurrentKey key,
            AskWords words,
            Wordings wordings,
            AnswerConfig config) {
        this.wordings = wordings;
        this.preview = preview;
        this.conversations = conversations;
        this.key = key;
        this.words = words;
        this.config = config;
    }

    @POST
    @Operation(
            operationId = "ask",
            summary = "Ask a question",
            description =
                    "What the bot would answer now. Nothing is stored, nobody is called. Takes an API key with the scope ask.")
    @CustomDeserialization(UnknownFields.Refused.class)
    public Uni<AskReply> ask(@NotNull @Valid Ask ask) {
        var text = Conversations.typed(ask.question());
        var said = ask.addressee();
        return key.use()
                .chain(() -> context(text, ask.conversationId()))
                .chain(it -> preview.ask(it.transcript, said == null ? it.wording : wordings.of(said)))
                .map(asked -> told(asked, ask.isEnglish()))
                .onFailure(TimeoutException.class)
                .transform(late -> new Problem(Problem.Kind.OVERLOADED, "The question could not be read in time."));
    }

    private record Context(List<Message> transcript, ArticleWording wording) {}

    private Uni<Context> context(String text, @Nullable UUID conversation) {
        return conversation == null
                ? Uni.createFrom()
                        .item(new Context(
                                List.of(asked(ConversationId.of(Ids.next()), 1, text)), wordings.forAnybody()))
                : conversations
                        .load(ConversationId.of(conversation))
                        .chain(it -> after(it, text).map(said -> new Context(said, wordings.in(it))));
    }

    private Uni<List<Message>> after(Conversation before, String text) {
        int count = config.transcript() - 1;
        long from = Math.max(0, before.lastSeq() - count);
        return conversations.messagesAfter(before.id(), from, count).map(said -> {
            var all = new ArrayList<>(said);
            all.add(asked(before.id(), before.lastSeq() + 1, text));
            return all;
        });
    }

    private static Message asked(ConversationId conversation, long seq, String text) {
        return new Message(conversation, seq, new Author.Customer(), new Body.Text(text), Instant.now());
    }

    private AskReply told(AnswerPreview.Asked asked, boolean english) {
        return switch (asked.reply()) {
            case AnswerPreview.HandsOff handsOff ->
                new AskReply(
                        AskDecision.HANDOFF,
                        words.handoff(english),
                        List.of(),
                        asked.confidence(),
                        List.of(),
                        handsOff.reason().code());
            case AnswerPreview.Says says -> told(says.body(), asked.confidence(), english);
        };
    }

    private AskReply told(Body body, double confidence, boolean english) {
        return switch (body) {
            case Body.Answer answer ->
                new AskReply(
                        AskDecision.ANSWERED,
                        answer.text(),
                        answer.related(),
                        answer.confidence(),
                        answer.sources(),
                        null);
            case Body.Clarify clarify ->
                new AskReply(
                        AskDecision.CLARIFY,
                        words.in(clarify.text(), english),
                        words.questions(clarify.options()),
                        clarify.confidence(),
                        List.of(),
                        null);
            case Body.SmallTalk talk -> smallTalk(talk.text(), talk.options(), confidence, english);
            case Body.Notice notice -> smallTalk(notice.text(), List.of(), confidence, english);
            case Body.Text text -> smallTalk(text.text(), List.of(), confidence, english);
        };
    }

    private AskReply smallTalk(String text, List<String> options, double confidence, boolean english) {
        return new AskReply(
                AskDecision.SMALLTALK, words.in(text, english), words.questions(options), confidence, List.of(), null);
    }
}
