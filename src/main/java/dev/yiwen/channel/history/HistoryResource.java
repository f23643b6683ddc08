package dev.yiwen.channel.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationHistory;
import dev.yiwen.conversation.ConversationHistory.Cursor;
import dev.yiwen.conversation.ConversationHistory.Earlier;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.quality.Satisfaction;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Earlier conversations of the customer who asks. */
@Path("/api/v1/chat/history")
@RolesAllowed(CurrentCustomer.ROLE)
final class HistoryResource {
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String CURSOR = UUID_FORM + "(\\.[0-9]{1,18})?";

    private final ConversationHistory history;
    private final Conversations conversations;
    private final Satisfaction satisfaction;
    private final CurrentCustomer current;

    HistoryResource(
            ConversationHistory history,
            Conversations conversations,
            Satisfaction satisfaction,
            CurrentCustomer current) {
        this.history = history;
        this.conversations = conversations;
        this.satisfaction = satisfaction;
        this.current = current;
    }

    /**
     * @param conversations newest first
     * @param next what to ask for next as {@code before}; null when there is nothing before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<EarlierConversation> conversations,
            @Nullable String next) {}

    record Rating(
            @NotNull @Min(1) @Max(5) Integer score,
            @Nullable @Size(max = 500) String comment) {}

    /** @param before a conversation, or what an answer gave as {@code next} */
    @GET
    public Uni<Page> before(
            @QueryParam("before") @NotNull @Pattern(regexp = CURSOR) String before,
            @QueryParam("limit") @DefaultValue("3") @Min(1) @Max(10) int limit) {
        return history.before(cursor(before), current.get(), limit)
                .chain(page -> satisfaction
                        .scores(page.conversations().stream()
                                .map(it -> it.conversation().id())
                                .toList())
                        .map(scores -> shown(page, scores)));
    }

    /** Within some days; the last word counts. */
    @PUT
    @Path("/{id}/rating")
    public Uni<Void> rate(UUID id, @NotNull @Valid Rating rating) {
        return conversations
                .find(current.get(), ConversationId.of(id))
                .map(found ->
                        found.orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "Not a conversation of yours.")))
                .chain(it -> satisfaction.rate(it.id(), rating.score(), rating.comment()));
    }

    /** What has nothing to read is left out. */
    private Page shown(ConversationHistory.Page page, Map<ConversationId, Integer> scores) {
        var next = page.next();
        return new Page(
                page.conversations().stream()
                        .filter(it -> !it.messages().isEmpty())
                        .map(it -> shown(it, scores.get(it.conversation().id())))
                        .toList(),
                next == null ? null : next.conversation().value() + "." + next.seq());
    }

    private EarlierConversation shown(Earlier it, @Nullable Integer score) {
        return EarlierConversation.of(it, score, satisfaction.isRateable(it.conversation()));
    }

    private static Cursor cursor(String before) {
        var parts = before.split("\\.", 2);
        return new Cursor(
                ConversationId.of(UUID.fromString(parts[0])), parts.length == 1 ? 0 : Long.parseLong(parts[1]));
    }
}
