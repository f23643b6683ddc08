package dev.yiwen.file.store;

import dev.yiwen.file.FileId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Bytes in an object store. Its client blocks, so it works on the worker pool. */
final class S3ContentStore implements ContentStore {
    private static final Logger LOG = Logger.getLogger(S3ContentStore.class);
    private static final int TRIES = 3;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3ContentStore(S3Config config) {
        this.client = client(config);
        this.bucket = config.bucket().orElseThrow();
        this.prefix = config.prefix();
    }

    @Override
    public Uni<Void> put(FileId id, byte[] content) {
        return at(() -> client.putObject(it -> it.bucket(bucket).key(key(id)), RequestBody.fromBytes(content)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(FileId id) {
        return at(() -> read(id));
    }

    @Override
    public Uni<Void> delete(FileId id) {
        return at(() -> client.deleteObject(it -> it.bucket(bucket).key(key(id))))
                .replaceWithVoid();
    }

    void close() {
        client.close();
    }

    /** A body that breaks off is asked for again; on a connection that is not kept the JDK's client takes that for its end. */
    private byte[] read(FileId id) {
        return client.getObject(it -> it.bucket(bucket).key(key(id)), (promised, body) -> {
            byte[] content;
            try {
                content = body.readAllBytes();
            } catch (IOException e) {
                throw RetryableException.create("The object broke off", e);
            }
            if (promised.contentLength() == null || promised.contentLength() != content.length) {
                throw RetryableException.create("The object broke off after " + content.length + " bytes");
            }
            return content;
        });
    }

    private String key(FileId id) {
        return prefix + id.value();
    }

    private <T> Uni<T> at(Supplier<T> call) {
        return Uni.createFrom()
                .item(call)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(SdkException.class)
                .transform(S3ContentStore::problem);
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof NoSuchKeyException) {
            return new Problem(Problem.Kind.NOT_FOUND, "The content of the file is gone.");
        }
        LOG.errorf("The object store of files failed: %s", failure.getMessage());
        return new Problem(Problem.Kind.OVERLOADED, "Files cannot be kept or read at the moment; try again shortly.");
    }

    private static S3Client client(S3Config config) {
        var client = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .forcePathStyle(config.pathStyle())
                // Stores other than Amazon's know neither its newer checksums nor its chunks.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.timeout())
                        .socketTimeout(config.timeout()))
                .overrideConfiguration(it -> it.apiCallAttemptTimeout(config.timeout())
                        .apiCallTimeout(config.timeout().multipliedBy(2))
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(TRIES)
                                .build()));
        config.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(S3Config config) {
        if (config.accessKey().isEmpty() || config.secretKey().isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                config.accessKey().get(), config.secretKey().get()));
    }
}
