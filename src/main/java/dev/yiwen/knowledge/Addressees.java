package dev.yiwen.knowledge;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Words an article for a customer. */
@Singleton
public final class Addressees {
    private final Customers customers;

    Addressees(Customers customers) {
        this.customers = customers;
    }

    /** The article with the answer for them; who it is is looked up only where valued customers are told something else. */
    public Uni<Article> worded(Article article, AnswerChannel channel, CustomerId customer) {
        return article.variants().stream().anyMatch(it -> it.minTier() > 0)
                ? customers
                        .find(customer)
                        .map(it -> it.tier())
                        // Who cannot be told from anybody is anybody.
                        .onFailure()
                        .recoverWithItem(0)
                        .map(tier -> article.wordedFor(new Addressee(channel, tier)))
                : Uni.createFrom().item(article.wordedFor(new Addressee(channel, 0)));
    }
}
