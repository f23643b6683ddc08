package dev.yiwen.file.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An object store that speaks S3, for the bytes of files; src/docs/files.md says how to move to one. */
@ConfigMapping(prefix = "yiwen.file.s3")
public interface S3Config {

    /** With a bucket, files are kept there; without, in the database. It must exist. */
    Optional<String> bucket();

    /** Of a store other than Amazon's, such as {@code http://minio:9000}. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /** Without both, what the machine has: environment, profile, role. */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** {@code endpoint/bucket/key}, as MinIO and Ceph want it; false where the bucket is part of the host's name. */
    @WithDefault("true")
    boolean pathStyle();

    /** Before the name of each object, in a bucket that others use too. */
    @WithDefault("yiwen/")
    String prefix();

    /** Of one try; there are up to three, and twice this time for all of them. */
    @WithDefault("10s")
    Duration timeout();

    /** Whether files that are still in the database are moved over, a few at a time. */
    @WithDefault("false")
    boolean move();
}
