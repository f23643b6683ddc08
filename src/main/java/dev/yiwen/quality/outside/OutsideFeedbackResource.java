package dev.yiwen.quality.outside;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.CurrentKey;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.PhoneNumbers;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What customers say of the service elsewhere: handed in with a key, read by supervisors. */
@Path("/api/v1/feedback")
final class OutsideFeedbackResource {
    private static final int BEST = 5;
    private static final int MOST = 200;
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final OutsideFeedbackTable table;
    private final CustomerIdentities identities;
    private final CurrentKey key;

    OutsideFeedbackResource(OutsideFeedbackTable table, CustomerIdentities identities, CurrentKey key) {
        this.table = table;
        this.identities = identities;
        this.key = key;
    }

    /**
     * @param source where it was read, such as {@code ivr} or {@code app-store}; the same word each time
     * @param id the source's own id of it: handed in again it is there once
     * @param customer the host application's id of whoever said it
     * @param phone of whoever said it, where there is no id
     * @param conversationId what it is about, where that is known
     * @param score from 1, the worst, to {@code best}
     * @param best the best that could be given; 5 where it is absent
     * @param at when it was said; now where it is absent
     */
    record Handed(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}") String source,

            @NotBlank @Size(max = 200) String id,
            @Nullable @Size(max = 200) String customer,
            @Nullable @Size(max = 40) String phone,
            @Nullable UUID conversationId,
            @Nullable @Min(1) @Max(100) Integer score,
            @Nullable @Min(2) @Max(100) Integer best,
            @Nullable @Size(max = 2000) String text,

            @Nullable @Size(max = 1000) @Pattern(regexp = "https?://\\S+") String url,

            @Nullable Instant at) {}

    /** @param known whether it had been handed in before */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"feedback", "known"})
    record Taken(OutsideFeedback feedback, boolean known) {}

    @POST
    @RolesAllowed(ApiScope.Names.FEEDBACK)
    @Operation(
            operationId = "outsideFeedback",
            summary = "Hand in what a customer said of the service elsewhere",
            description =
                    "The answer to a survey, a review, a post. It is joined with the customer, with their last conversation of"
                            + " the week before and their last ticket of the month before. Takes an API key with the scope feedback.")
    public Uni<Taken> take(@NotNull @Valid Handed handed) {
        var score = score(handed);
        var text = handed.text() == null || handed.text().isBlank() ? null : StorableText.of(handed.text());
        if (score == null && text == null) {
            throw new Problem(Problem.Kind.INVALID, "Feedback has a score or a text.");
        }
        var at = handed.at() == null ? Instant.now() : handed.at();
        if (at.isAfter(Instant.now().plus(CLOCKS))) {
            throw new Problem(Problem.Kind.INVALID, "\"at\" is in the future.");
        }
        var id = StorableText.of(handed.id());
        return key.use()
                .chain(() -> customer(handed))
                .chain(customer -> table.add(new OutsideFeedbackTable.Said(
                        handed.source(),
                        id,
                        customer.orElse(null),
                        handed.conversationId(),
                        score,
                        text,
                        handed.url(),
                        at)))
                .chain(isNew -> table.find(handed.source(), id).map(it -> new Taken(it, !isNew)));
    }

    /** The newest 200 of the last days. */
    @GET
    @RolesAllowed(Right.Names.SUPERVISE)
    public Uni<List<OutsideFeedback>> list(@QueryParam("days") @DefaultValue("30") @Min(1) @Max(366) int days) {
        return table.lately(Duration.ofDays(days), MOST);
    }

    /** Nobody is made up: who is not known yet stays unknown. */
    private Uni<Optional<CustomerId>> customer(Handed handed) {
        var named = handed.customer() == null || handed.customer().isBlank()
                ? Optional.ofNullable(handed.phone())
                        .map(OutsideFeedbackResource::number)
                        .map(Outside::phone)
                : Optional.of(Outside.host(StorableText.of(handed.customer())));
        return named.map(it -> identities.find(it).map(found -> found.map(CustomerIdentities.Known::customer)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static String number(String written) {
        return PhoneNumbers.e164(written)
                .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "\"phone\" is no telephone number."));
    }

    /** The worst stays the worst and the best the best, whatever the scale. */
    private static @Nullable Integer score(Handed handed) {
        if (handed.score() == null) {
            return null;
        }
        int best = handed.best() == null ? BEST : handed.best();
        if (handed.score() > best) {
            throw new Problem(Problem.Kind.INVALID, "\"score\" is greater than \"best\".");
        }
        return 1 + (int) Math.round((handed.score() - 1) * (BEST - 1.0) / (best - 1));
    }
}
