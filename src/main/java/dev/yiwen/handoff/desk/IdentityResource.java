package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Listed;
import dev.yiwen.identity.CustomerMerges;
import dev.yiwen.identity.IdentityKind;
import dev.yiwen.identity.IdentityProof;
import dev.yiwen.identity.ProvenPhones;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StandingMerges;
import dev.yiwen.identity.StandingMerges.Candidate;
import dev.yiwen.identity.StandingMerges.Standing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * By what the customer of a conversation is known outside, and who of staff says that two customers are one, or are not. Whoever
 * serves the conversation, or supervises, may say so.
 */
@Path("/api/v1/conversations/{id}/identities")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
final class IdentityResource {
    private final MayRead mayRead;
    private final CustomerIdentities identities;
    private final CustomerMerges merges;
    private final StandingMerges standing;
    private final ProvenPhones proven;
    private final Said said;

    IdentityResource(MayRead mayRead, CustomerIdentities identities, CustomerMerges merges, Others others, Said said) {
        this.mayRead = mayRead;
        this.identities = identities;
        this.merges = merges;
        this.standing = others.standing();
        this.proven = others.proven();
        this.said = said;
    }

    /** Who asks, and where it is written down. */
    @Singleton
    record Said(CurrentStaff current, AuditLog log) {}

    /** Who else is the same, or may be. */
    @Singleton
    record Others(StandingMerges standing, ProvenPhones proven) {}

    /** @param id masked: its last four characters */
    record Identity(IdentityKind kind, String account, String id, IdentityProof proof, Instant since) {
        private static final int SHOWN = 4;

        static Identity of(Listed listed) {
            var outside = listed.outside();
            var id = outside.id();
            return new Identity(outside.kind(), outside.account(), masked(id), listed.proof(), listed.at());
        }

        private static String masked(String id) {
            return id.length() <= SHOWN ? id : "…" + id.substring(id.length() - SHOWN);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Identities(UUID customer, List<Identity> identities, List<Standing> merges, List<Proven> proven) {}

    /**
     * A number that the customer has proved by a code.
     *
     * @param number its last four digits
     * @param others who else is known by it: perhaps the same person
     */
    record Proven(String number, Instant at, List<Candidate> others) {}

    record Wanted(
            @NotNull UUID customer,
            @NotBlank @Size(max = 200) String reason) {}

    record Parting(@NotBlank @Size(max = 200) String reason) {}

    @GET
    public Uni<Identities> of(UUID id) {
        return mayRead.load(ConversationId.of(id), said.current().get()).chain(this::view);
    }

    /** @param q the whole name, telephone number, id of a customer, or id of a conversation */
    @GET
    @Path("/candidates")
    public Uni<List<Candidate>> candidates(UUID id, @QueryParam("q") @NotNull @Size(min = 2, max = 128) String q) {
        return own(id).chain(it -> standing.find(q, it.customer()))
                .call(found -> said.log()
                        .append(new AuditEvent(
                                AuditKind.CUSTOMER_SEARCHED,
                                said.current().get().id().value(),
                                "customer",
                                Map.of("found", String.valueOf(found.size())))));
    }

    /** Fails with {@code TWO_SIGNED_IN} for two members of the host application; with {@code NOT_FOUND}. */
    @POST
    @Path("/merges")
    public Uni<Identities> merge(UUID id, @NotNull @Valid Wanted wanted) {
        return own(id).chain(it -> merges.merge(
                        it.customer(),
                        CustomerId.of(wanted.customer()),
                        new CustomerMerges.Basis(
                                IdentityProof.AGENT,
                                wanted.reason().strip(),
                                said.current().get().id())))
                .chain(() -> of(id));
    }

    /** Fails with {@code CONFLICT} when they were parted already; with {@code NOT_FOUND}. */
    @POST
    @Path("/merges/{merge}/split")
    public Uni<Identities> split(UUID id, UUID merge, @NotNull @Valid Parting parting) {
        return own(id).chain(it -> merges.split(
                        it.customer(),
                        merge,
                        parting.reason().strip(),
                        said.current().get().id())
                // Whoever asks may have been shown the other's conversation.
                .chain(() -> view(it)));
    }

    private Uni<Conversation> own(UUID id) {
        return mayRead.loadServed(ConversationId.of(id), said.current().get());
    }

    private Uni<Identities> view(Conversation conversation) {
        var customer = conversation.customer();
        return Uni.combine()
                .all()
                .unis(identities.of(customer), standing.of(customer), proven(customer))
                .asTuple()
                .map(it -> new Identities(
                        customer.value(),
                        it.getItem1().stream().map(Identity::of).toList(),
                        it.getItem2(),
                        it.getItem3()));
    }

    private Uni<List<Proven>> proven(CustomerId customer) {
        return proven.of(customer)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(it -> standing.find(it.number(), customer)
                                .map(others -> new Proven(
                                        Identity.masked(it.number()),
                                        it.at(),
                                        others.stream()
                                                .map(IdentityResource::masked)
                                                .toList())))
                        .collect()
                        .asList());
    }

    /** Nobody has asked for them by their number. */
    private static Candidate masked(Candidate it) {
        var external = it.externalId();
        return external == null || !external.startsWith("tel:")
                ? it
                : new Candidate(
                        it.id(),
                        it.name(),
                        "tel:" + Identity.masked(external),
                        it.tier(),
                        it.signedIn(),
                        it.conversations(),
                        it.since(),
                        it.lastAt());
    }
}
