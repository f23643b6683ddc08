package dev.yiwen.answer.draft;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.facts.FactTools;
import dev.yiwen.facts.FactsConfig;
import dev.yiwen.identity.Customers;
import dev.yiwen.llm.Toolbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Lets a model look up live facts while it words an answer, of the customer of the conversation and nobody else. What it was told becomes
 * a numbered passage behind the article's, so that a sentence may rest on it and is held against it.
 */
@Singleton
final class DraftFacts {
    private static final Logger LOG = Logger.getLogger(DraftFacts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FactTools tools;
    private final Function<ConversationId, Uni<Optional<String>>> customers;

    @Inject
    DraftFacts(FactTools tools, FactsConfig config, Conversations conversations, Customers customers) {
        this(
                tools,
                config.forModel()
                        ? conversation -> conversations
                                .load(conversation)
                                .chain(it -> customers.find(it.customer()))
                                .map(it -> Optional.ofNullable(it.externalId()))
                        : conversation -> Uni.createFrom().item(Optional.empty()));
    }

    /** @param customers whose a conversation is, as the operator's systems know them; empty for a visitor */
    DraftFacts(FactTools tools, Function<ConversationId, Uni<Optional<String>>> customers) {
        this.tools = tools;
        this.customers = customers;
    }

    /** None for a visitor of whom nothing is known, nor without systems to ask. Never fails. */
    Uni<Optional<String>> customer(ConversationId conversation) {
        return tools.specifications(null).isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : customers
                        .apply(conversation)
                        .onFailure()
                        .invoke(failure -> LOG.warn("A draft does without live facts", failure))
                        .onFailure()
                        .recoverWithItem(Optional.empty());
    }

    /** @param passages those of the article; what becomes known is added */
    Lookups of(String customer, CopyOnWriteArrayList<EvidencePassage> passages) {
        return new Lookups(tools, customer, passages);
    }

    /** What one reply looked up. */
    static final class Lookups implements Toolbox {
        private final FactTools tools;
        private final String customer;
        private final List<EvidencePassage> passages;
        private final List<Drafting.Looked> looked = new CopyOnWriteArrayList<>();

        private Lookups(FactTools tools, String customer, List<EvidencePassage> passages) {
            this.tools = tools;
            this.customer = customer;
            this.passages = passages;
        }

        @Override
        public List<ToolSpecification> specifications() {
            return tools.specifications(customer);
        }

        @Override
        public Uni<ToolExecutionResultMessage> execute(ToolExecutionRequest request) {
            return tools.tell(request, customer)
                    .ifNoItem()
                    .after(PATIENCE)
                    .recoverWithItem(() -> new FactTools.Told("现在还没有取到。", false))
                    .onFailure()
                    .recoverWithItem(new FactTools.Told("现在查不到。", false))
                    .map(told -> ToolExecutionResultMessage.from(request, numbered(request, told)));
        }

        private synchronized String numbered(ToolExecutionRequest request, FactTools.Told told) {
            if (!told.known()) {
                looked.add(new Drafting.Looked(request.name(), null, told.words()));
                return told.words();
            }
            int number = passages.size() + 1;
            var words = Quoted.knowledge(told.words());
            passages.add(new EvidencePassage(number, words));
            looked.add(new Drafting.Looked(request.name(), number, words));
            return "[" + number + "] " + words;
        }

        List<Drafting.Looked> looked() {
            return List.copyOf(looked);
        }
    }
}
