package dev.yiwen.file.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The application with an object store for files. */
public final class InS3 implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StubbedS3.class));
    }
}
