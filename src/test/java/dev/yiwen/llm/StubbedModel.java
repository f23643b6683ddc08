package dev.yiwen.llm;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The application with a {@link ChatStub} for a model; a field of that type in a test gets it. */
public final class StubbedModel implements QuarkusTestResourceLifecycleManager {
    private final ChatStub stub = new ChatStub();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "yiwen.llm.base-url", stub.baseUrl(),
                "yiwen.llm.model", "stub",
                "yiwen.llm.first-text", "4s",
                "yiwen.llm.timeout", "12s",
                "yiwen.llm.retries", "0",
                // Each test fails it in its own way.
                "yiwen.llm.breaker.calls", "10000");
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(stub, new TestInjector.MatchesType(ChatStub.class));
    }

    @Override
    public void stop() {
        stub.close();
    }
}
