package dev.yiwen;

import dev.yiwen.llm.StubbedModel;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The application with a chat model. */
public final class WithModel implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StubbedModel.class));
    }
}
