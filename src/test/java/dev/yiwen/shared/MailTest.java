package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.mutiny.core.Vertx;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a mail server of the test's own. */
class MailTest {
    private final Vertx vertx = Vertx.vertx();
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @AfterEach
    void stop() {
        server.stop();
        vertx.closeAndAwait();
    }

    @Test
    void each_address_gets_one_with_what_is_enclosed() throws Exception {
        server.setUser("yiwen@example.com", "secret");
        server.start();
        var mail = mail(plain("yiwen@example.com", null));
        var pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

        mail.send(new Letter(
                        List.of("a@example.com", "b@example.com"),
                        "月度满意度报告",
                        "见附件。",
                        List.of(new Letter.Enclosure("yiwen-2026-11.pdf", "application/pdf", pdf))))
                .await()
                .indefinitely();

        var got = server.getReceivedMessages();
        assertThat(got).hasSize(2);
        assertThat(got[0].getSubject()).isEqualTo("月度满意度报告");
        assertThat(got[0].getAllRecipients()).hasSize(1);
        assertThat(got[0].getFrom()[0]).hasToString("yiwen@example.com");
        var parts = (MimeMultipart) got[1].getContent();
        assertThat(parts.getBodyPart(0).getContent()).asString().contains("见附件。");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("yiwen-2026-11.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
        assertThat(GreenMailUtil.getHeaders(got[1])).contains("b@example.com");
    }

    @Test
    void a_line_break_in_a_subject_adds_no_header() throws Exception {
        server.start();
        var mail = mail(plain(null, "y@example.com"));

        mail.send(new Letter(List.of("a@example.com"), "报告\r\nBcc: c@example.com", "", List.of()))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        for (var message : server.getReceivedMessages()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
        }
    }

    @Test
    void what_is_not_encrypted_is_not_sent_where_it_has_to_be() {
        server.start();
        var mail = mail(new MailSettings(
                Optional.of("127.0.0.1"),
                server.getSmtp().getPort(),
                MailConfig.Tls.REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.of("y@example.com")));

        assertThatThrownBy(() -> mail.send(new Letter(List.of("a@example.com"), "x", "x", List.of()))
                        .await()
                        .indefinitely())
                .hasStackTraceContaining("TLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void without_a_server_nothing_is_sent_and_that_is_said() {
        var mail = mail(new MailSettings(
                Optional.empty(), 587, MailConfig.Tls.REQUIRED, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(mail.configured()).isFalse();
        assertThatThrownBy(() -> mail.send(new Letter(List.of("a@example.com"), "x", "x", List.of()))
                        .await()
                        .indefinitely())
                .hasMessageContaining("YIWEN_MAIL_HOST");
    }

    private Mail mail(MailSettings settings) {
        return new Mail(settings, vertx);
    }

    private MailSettings plain(@Nullable String username, @Nullable String from) {
        return new MailSettings(
                Optional.of("127.0.0.1"),
                server.getSmtp().getPort(),
                MailConfig.Tls.OFF,
                Optional.ofNullable(username),
                Optional.ofNullable(username).map(it -> "secret"),
                Optional.ofNullable(from));
    }
}
