package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Customer;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.TagChange;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** What agents note for good about the customer whom they serve. Some tags make a customer more urgent. */
@Path("/api/v1/conversations/{id}/tags")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class TagResource {
    private final MayRead mayRead;
    private final Customers customers;
    private final Handoffs handoffs;
    private final CurrentStaff current;

    TagResource(MayRead mayRead, Customers customers, Handoffs handoffs, CurrentStaff current) {
        this.mayRead = mayRead;
        this.customers = customers;
        this.handoffs = handoffs;
        this.current = current;
    }

    record Tags(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 16) String> tags) {}

    @PUT
    @Audited(value = AuditKind.CUSTOMER_TAGGED, subject = "conversation:{id}")
    public Uni<Customer> tag(UUID id, @NotNull @Valid Tags wanted) {
        var tags = wanted.tags().stream().map(String::strip).distinct().toList();
        return mayRead.loadServed(ConversationId.of(id), current.get())
                .chain(it -> customers.tag(it.customer(), tags, current.get().id()))
                .call(customer -> handoffs.placeAnew(customer.id()));
    }

    /** Who gave and took which tags, newest first. */
    @GET
    @Path("/history")
    public Uni<List<TagChange>> history(UUID id) {
        return mayRead.load(ConversationId.of(id), current.get()).chain(it -> customers.tagChanges(it.customer()));
    }
}
