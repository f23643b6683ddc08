package dev.yiwen.identity.http;

import dev.yiwen.identity.Customer;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Anonymous customers. */
@Path("/api/v1/visitors")
final class VisitorResource {
    private final Customers customers;
    private final Tokens tokens;

    VisitorResource(Customers customers, Tokens tokens) {
        this.customers = customers;
        this.tokens = tokens;
    }

    /** @param token for the chat socket; the client keeps it to be recognised again */
    record Visitor(String token, CustomerId customerId) {}

    @POST
    public Uni<Visitor> arrive() {
        return customers
                .visitor()
                .map(Customer::id)
                .chain(id -> tokens.customer(id).map(token -> new Visitor(token, id)));
    }
}
