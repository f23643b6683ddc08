package dev.yiwen;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assumptions;

/** Debian's nginx with {@code docker/nginx.conf} and a certificate of its own, in front of an instance. */
final class TlsProxy implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final char[] PASSWORD = "of this test alone".toCharArray();
    private static final String MAIN = """
            daemon off;
            master_process off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s/bodies;
              proxy_temp_path %1$s/answers;
              fastcgi_temp_path %1$s/fastcgi;
              scgi_temp_path %1$s/scgi;
              uwsgi_temp_path %1$s/uwsgi;
              include %1$s/yiwen.conf;
            }
            """;

    private final Process process;
    private final SSLContext trust;

    private TlsProxy(Process process, SSLContext trust) {
        this.process = process;
        this.trust = trust;
    }

    /** Without the program the test is left out, but not where everything must be tried. */
    static void assumeInstalled() {
        if (!Files.isExecutable(PROGRAM)) {
            var needed = PROGRAM + " is not there: sudo apt install nginx-light";
            Assumptions.assumeFalse(!Boolean.parseBoolean(System.getenv("CI")), needed);
            throw new AssertionError(needed);
        }
    }

    static TlsProxy start(int port, int instance) throws IOException, GeneralSecurityException, InterruptedException {
        return start(port, instance, UnaryOperator.identity());
    }

    /** With something changed in the file. */
    static TlsProxy start(int port, int instance, UnaryOperator<String> change)
            throws IOException, GeneralSecurityException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", "nginx", String.valueOf(port)))
                .toAbsolutePath();
        var store = certificate(folder);
        writePem(store, folder);
        Files.writeString(folder.resolve("yiwen.conf"), change.apply(configuration(folder, port, instance)));
        Files.writeString(folder.resolve("nginx.conf"), MAIN.formatted(folder));
        var log = folder.resolve("nginx.log").toFile();
        var process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var proxy = new TlsProxy(process, trusting(store));
        await().atMost(Duration.ofSeconds(30)).until(() -> listens(port) || ended(process, log));
        return proxy;
    }

    /** What believes its certificate. */
    SSLContext trust() {
        return trust;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** The file that we hand out, with the places of this machine in it; one that is not found would be left alone unseen. */
    private static String configuration(Path folder, int port, int instance) throws IOException {
        var text = Files.readString(Path.of("docker", "nginx.conf"));
        text = replaced(text, "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;");
        text = replaced(text, "server_name help.example.com;", "server_name localhost;");
        text = replaced(text, "/etc/ssl/help.example.com.pem", folder + "/certificate.pem");
        text = replaced(text, "/etc/ssl/help.example.com.key", folder + "/key.pem");
        return replaced(text, "http://127.0.0.1:8080", "http://127.0.0.1:" + instance);
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new AssertionError("docker/nginx.conf has no " + from);
        }
        return text.replace(from, to);
    }

    private static KeyStore certificate(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("certificate.p12");
        Files.deleteIfExists(file);
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "yiwen",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool failed; see " + folder);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static void writePem(KeyStore store, Path folder) throws IOException, GeneralSecurityException {
        Files.writeString(
                folder.resolve("certificate.pem"),
                pem("CERTIFICATE", store.getCertificate("yiwen").getEncoded()));
        Files.writeString(
                folder.resolve("key.pem"),
                pem("PRIVATE KEY", store.getKey("yiwen", PASSWORD).getEncoded()));
    }

    private static String pem(String kind, byte[] bytes) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, text);
    }

    private static SSLContext trusting(KeyStore store) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("yiwen", store.getCertificate("yiwen"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static boolean listens(int port) {
        try (var ignored = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(Process process, File log) {
        if (!process.isAlive()) {
            throw new AssertionError("nginx did not start; see " + log);
        }
        return false;
    }
}
