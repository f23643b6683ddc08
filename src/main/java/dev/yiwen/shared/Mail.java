package dev.yiwen.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends e-mails by the company's server. */
@Singleton
public class Mail {
    /** For one with what is enclosed; a server that says something now and then is never idle. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MailConfig config;
    private final @Nullable MailClient client;

    public Mail(MailConfig config, Vertx vertx) {
        this.config = config;
        this.client = config.host()
                .filter(it -> !it.isBlank())
                .map(host -> MailClient.create(vertx, options(config, host)))
                .orElse(null);
    }

    /** Whether a server is named. */
    public boolean configured() {
        return client != null;
    }

    /**
     * One to each address, one after the other; fails at the first that is not taken, with the server's words, and with
     * {@code IllegalStateException} where no server is named.
     */
    public Uni<Void> send(Letter letter) {
        return InTurn.each(letter.to(), to -> send(letter, to));
    }

    private Uni<Void> send(Letter letter, String to) {
        if (client == null) {
            return Uni.createFrom().failure(new IllegalStateException("No mail server is named (YIWEN_MAIL_HOST)."));
        }
        try {
            new EmailAddress(to);
        } catch (IllegalArgumentException e) {
            // Said once it is connected, it would leave the connection waiting for good.
            return Uni.createFrom().failure(e);
        }
        var message = new MailMessage()
                .setFrom(config.from().or(config::username).orElse("yiwen@localhost"))
                .setTo(List.of(to))
                .setSubject(letter.subject())
                .setText(letter.text())
                .setAttachment(
                        letter.enclosures().stream().map(Mail::attachment).toList());
        return client.sendMail(message).ifNoItem().after(PATIENCE).fail().replaceWithVoid();
    }

    private static MailAttachment attachment(Letter.Enclosure it) {
        return MailAttachment.create()
                .setName(it.name())
                .setContentType(it.type())
                .setDisposition("attachment")
                .setData(Buffer.buffer(it.content()));
    }

    private static io.vertx.ext.mail.MailConfig options(MailConfig config, String host) {
        var options = new io.vertx.ext.mail.MailConfig()
                .setHostname(host)
                .setPort(config.port())
                .setSsl(config.tls() == MailConfig.Tls.IMPLICIT)
                .setStarttls(
                        config.tls() == MailConfig.Tls.REQUIRED ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(config.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setConnectTimeout((int) config.timeout().toMillis())
                .setIdleTimeout((int) config.timeout().toSeconds());
        config.username().ifPresent(options::setUsername);
        config.password().ifPresent(options::setPassword);
        return options;
    }
}
