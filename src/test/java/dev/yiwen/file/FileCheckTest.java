package dev.yiwen.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.file.kind.FileKind;
import dev.yiwen.shared.Problem;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FileCheckTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Test
    void the_content_says_what_a_file_is_whatever_its_name_says() {
        assertThat(check(Optional.empty()).kind("bill.pdf", PNG)).isEqualTo(new FileKind("bill.png", "image/png"));
    }

    @Test
    void a_page_that_calls_itself_a_picture_is_refused() {
        var page = "<!doctype html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> check(Optional.empty()).kind("photo.png", page))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.FILE_KIND));
    }

    @Test
    void a_program_is_refused() {
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';

        assertThatThrownBy(() -> check(Optional.empty()).kind("账单.docx", program))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_drawing_that_can_carry_a_script_is_refused() {
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> check(Optional.empty()).kind("drawing.png", drawing))
                .isInstanceOf(Problem.class);
    }

    @Test
    void what_is_too_large_is_refused() {
        assertThatThrownBy(() -> check(Optional.empty()).kind("a.txt", new byte[2_000_001]))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }

    @Test
    void a_clean_file_passes_the_scanner() throws Exception {
        try (var scanner = new Scanner("stream: OK\0")) {

            check(scanner.address()).requireClean(PNG);

            assertThat(scanner.seen.join()).isEqualTo(PNG);
        }
    }

    @Test
    void what_the_scanner_finds_is_refused() throws Exception {
        try (var scanner = new Scanner("stream: Eicar-Test-Signature FOUND\0")) {
            assertThatThrownBy(() -> check(scanner.address()).requireClean(PNG))
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.FILE_HARMFUL));
        }
    }

    @Test
    void what_could_not_be_scanned_is_refused() throws Exception {
        try (var scanner = new Scanner("INSTREAM size limit exceeded. ERROR\0")) {
            assertThatThrownBy(() -> check(scanner.address()).requireClean(PNG))
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.OVERLOADED));
        }
    }

    private static FileCheck check(Optional<String> clamd) {
        return new FileCheck(new FileConfig() {
            @Override
            public int largest() {
                return 2_000_000;
            }

            @Override
            public Set<String> types() {
                return Set.of(
                        "image/png",
                        "text/plain",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            }

            @Override
            public Optional<String> clamd() {
                return clamd;
            }

            @Override
            public Duration scanTimeout() {
                return Duration.ofSeconds(20);
            }
        });
    }

    /** Speaks as a ClamAV daemon does, once. */
    private static final class Scanner implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> seen;

        Scanner(String reply) throws IOException {
            seen = CompletableFuture.supplyAsync(() -> serve(reply));
        }

        Optional<String> address() {
            return Optional.of("127.0.0.1:" + server.getLocalPort());
        }

        private byte[] serve(String reply) {
            try (var socket = server.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var content = new ByteArrayOutputStream();
                for (var length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
