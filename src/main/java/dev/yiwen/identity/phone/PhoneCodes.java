package dev.yiwen.identity.phone;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.PhoneNumbers;
import dev.yiwen.identity.ProvenPhones;
import dev.yiwen.identity.token.SigningSecret;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.RateLimit;
import dev.yiwen.shared.RateLimit.Rate;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;

/**
 * Codes in text messages: whoever sends one back has the telephone. Six digits, good for five minutes and five tries; of a customer
 * the last alone. Each message costs the operator, and somebody may have it sent to a stranger, so there are few.
 */
@Singleton
final class PhoneCodes {
    static final int TRIES = 5;

    private static final int CODES = 1_000_000;
    private static final Rate OF_CUSTOMER = new Rate(3, Duration.ofMinutes(5));
    private static final Rate OF_NUMBER = new Rate(3, Duration.ofMinutes(20));
    private static final Rate OF_ADDRESS = new Rate(20, Duration.ofMinutes(2));
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String STORE = """
            with old as (delete from phone_code where expires_at < now() and customer_id <> $1)
            insert into phone_code (customer_id, number, code_hash, expires_at)
            values ($1, $2, $3, now() + $4::float8 * interval '1 second')
            on conflict (customer_id) do update
              set number = excluded.number, code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0
            """;

    private static final String TRY = """
            update phone_code set tries = tries + 1 where customer_id = $1 and expires_at > now() and tries < $2 returning *
            """;

    private final Pool database;
    private final SmsPort sms;
    private final SmsConfig config;
    private final ProvenPhones proven;
    private final Parts parts;

    PhoneCodes(Pool database, SmsPort sms, SmsConfig config, ProvenPhones proven, Parts parts) {
        this.database = database;
        this.sms = sms;
        this.config = config;
        this.proven = proven;
        this.parts = parts;
    }

    /** What else it takes. */
    @Singleton
    record Parts(RateLimit rates, SigningSecret secret, Messages messages) {}

    /** What a code that came back shows. */
    sealed interface Tried {
        /** @param number E.164 */
        record Proved(String number) implements Tried {}

        /** @param left tries; with none another code is needed */
        record Wrong(int left) implements Tried {}
    }

    /** Fails with {@code INVALID} for what is no mobile number, with {@code NOT_FOUND} where no messages can be sent. */
    Uni<Duration> ask(CustomerId customer, String written, ClientAddress from, Locale language) {
        if (!sms.configured()) {
            throw new Problem(Problem.Kind.NOT_FOUND, "No text messages can be sent from here.");
        }
        var number = PhoneNumbers.mobile(written)
                .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "\"number\" is no mobile number."));
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        return parts.secret()
                .key()
                .call(key -> limit("sms-customer", customer.value().toString(), OF_CUSTOMER))
                .call(key -> limit("sms-number", HexFormat.of().formatHex(hash(key, number), 0, 16), OF_NUMBER))
                .call(key -> limit("sms-address", from.toString(), OF_ADDRESS))
                .call(key -> database.preparedQuery(STORE)
                        .execute(Tuple.of(
                                customer.value(),
                                number,
                                Buffer.buffer(hash(key, customer + number + code)),
                                config.codeValid().toMillis() / 1000.0)))
                .chain(() -> sms.send(number, words(language, code), code))
                .map(sent -> {
                    if (!sent) {
                        throw new Problem(Problem.Kind.OVERLOADED, "The message could not be sent; try again later.");
                    }
                    return config.codeValid();
                });
    }

    boolean possible() {
        return sms.configured();
    }

    Uni<Tried> answer(CustomerId customer, String code) {
        return parts.secret()
                .key()
                .chain(key -> database.withTransaction(open -> open.preparedQuery(TRY)
                        .execute(Tuple.of(customer.value(), TRIES))
                        .chain(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .findFirst()
                                .map(row -> holds(key, customer, row, code)
                                        ? proven.prove(open, customer, row.getString("number"))
                                                .call(() -> open.preparedQuery(
                                                                "delete from phone_code where customer_id = $1")
                                                        .execute(Tuple.of(customer.value())))
                                                .replaceWith((Tried) new Tried.Proved(row.getString("number")))
                                        : Uni.createFrom()
                                                .item((Tried) new Tried.Wrong(TRIES - row.getInteger("tries"))))
                                .orElseGet(() -> Uni.createFrom().item(new Tried.Wrong(0))))));
    }

    private Uni<Void> limit(String kind, String subject, Rate rate) {
        return parts.rates().require(kind, subject, rate, "Too many codes were asked for.");
    }

    private String words(Locale language, String code) {
        return parts.messages()
                .text(
                        language,
                        "identity.sms-code",
                        Map.of(
                                "code",
                                code,
                                "minutes",
                                Long.toString(config.codeValid().toMinutes())));
    }

    private static boolean holds(Key key, CustomerId customer, Row row, String code) {
        return MessageDigest.isEqual(
                hash(key, customer + row.getString("number") + code),
                row.getBuffer("code_hash").getBytes());
    }

    private static byte[] hash(Key key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(("sms:" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
