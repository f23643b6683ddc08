package dev.yiwen.file.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The application with an {@link S3Stub} for the bytes of files; a field of that type in a test gets it. */
public final class StubbedS3 implements QuarkusTestResourceLifecycleManager {
    private final S3Stub stub = new S3Stub();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "yiwen.file.s3.bucket", S3Stub.BUCKET,
                "yiwen.file.s3.endpoint", stub.endpoint(),
                "yiwen.file.s3.access-key", S3Stub.ACCESS_KEY,
                "yiwen.file.s3.secret-key", S3Stub.SECRET_KEY,
                "yiwen.file.s3.timeout", "1s");
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(stub, new TestInjector.MatchesType(S3Stub.class));
    }

    @Override
    public void stop() {
        stub.close();
    }
}
