package dev.yiwen.knowledge;

import dev.yiwen.identity.Customer;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Makes of an article what somebody is told: the variant for them, with the values of now filled in. */
@Singleton
public final class Addressees {
    private final Customers customers;
    private final Snippets snippets;

    Addressees(Customers customers, Snippets snippets) {
        this.customers = customers;
        this.snippets = snippets;
    }

    public Uni<Article> worded(Article article, Addressee addressee) {
        return snippets.filled(article.wordedFor(addressee));
    }

    /** For a customer; who it is is looked up only where valued ones are told something else. */
    public Uni<Article> worded(Article article, AnswerChannel channel, CustomerId customer) {
        return article.variants().stream().anyMatch(it -> it.minTier() > 0)
                ? customers
                        .find(customer)
                        .map(Customer::tier)
                        // Who cannot be told from anybody is anybody.
                        .onFailure()
                        .recoverWithItem(0)
                        .chain(tier -> worded(article, new Addressee(channel, tier)))
                : worded(article, new Addressee(channel, 0));
    }
}
