package dev.yiwen.file.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.file.FileId;
import dev.yiwen.file.store.S3Stub.Fault;
import dev.yiwen.shared.Problem;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class S3ContentStoreTest {
    private final S3Stub stub = new S3Stub();
    private final FileId id = FileId.of(UUID.randomUUID());
    private final byte[] content = new byte[200_000];

    S3ContentStoreTest() {
        Arrays.fill(content, (byte) 7);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void what_is_put_is_got_back_and_gone_when_deleted() {
        var store = store(S3Stub.SECRET_KEY);

        await(store.put(id, content));

        assertThat(stub.objects()).containsOnlyKeys("yiwen/" + id.value());
        assertThat(await(store.get(id))).isEqualTo(content);
        await(store.delete(id));
        await(store.delete(id));
        assertThatThrownBy(() -> await(store.get(id)))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void a_wrong_secret_keeps_nothing() {
        refused(store("another").put(id, content));

        assertThat(stub.objects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void a_store_that_fails_is_said_to_be_out_of_reach_and_nothing_is_half_kept(Fault fault) {
        stub.fails(fault);

        refused(store(S3Stub.SECRET_KEY).put(id, content));

        assertThat(stub.objects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void nothing_half_is_ever_shown(Fault fault) {
        var store = store(S3Stub.SECRET_KEY);
        await(store.put(id, content));
        stub.fails(fault);

        refused(store.get(id));
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "CUT"})
    void what_fails_once_is_tried_again(Fault fault) {
        var store = store(S3Stub.SECRET_KEY);
        stub.fails(fault, 1);
        await(store.put(id, content));
        stub.fails(fault, 1);

        assertThat(await(store.get(id))).isEqualTo(content);
    }

    private static void refused(Uni<?> call) {
        assertThatThrownBy(() -> await(call))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.OVERLOADED));
    }

    private S3ContentStore store(String secret) {
        var settings = Map.of(
                "yiwen.file.s3.bucket",
                S3Stub.BUCKET,
                "yiwen.file.s3.endpoint",
                stub.endpoint(),
                "yiwen.file.s3.access-key",
                S3Stub.ACCESS_KEY,
                "yiwen.file.s3.secret-key",
                secret,
                "yiwen.file.s3.timeout",
                "PT1S");
        return new S3ContentStore(new SmallRyeConfigBuilder()
                .withMapping(S3Config.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(S3Config.class));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
