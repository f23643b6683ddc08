package dev.yiwen.channel.wechat.account;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's secrets as its row has them. */
record SealedSecrets(
        Buffer secret,
        Buffer token,
        @Nullable Buffer aesKey,
        @Nullable Buffer previousAesKey) {

    static SealedSecrets of(SecretBox box, UUID id, AccountSecrets clear) {
        return new SealedSecrets(
                seal(box, id, "secret", clear.secret()),
                seal(box, id, "token", clear.token()),
                clear.aesKey() == null ? null : seal(box, id, "aes_key", clear.aesKey()),
                clear.previousAesKey() == null ? null : seal(box, id, "previous_aes_key", clear.previousAesKey()));
    }

    /** Empty when the key is another one. */
    static Optional<AccountSecrets> open(SecretBox box, Row row) {
        var id = row.getUUID("id");
        var secret = open(box, id, "secret", row);
        var token = open(box, id, "token", row);
        if (secret.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AccountSecrets(
                secret.get(),
                token.get(),
                open(box, id, "aes_key", row).orElse(null),
                open(box, id, "previous_aes_key", row).orElse(null)));
    }

    /** Adds them as four more values, in their order. */
    Tuple into(Tuple values) {
        values.addBuffer(secret).addBuffer(token);
        for (@Nullable Buffer it : new @Nullable Buffer[] {aesKey, previousAesKey}) {
            if (it == null) {
                values.addValue(null);
            } else {
                values.addBuffer(it);
            }
        }
        return values;
    }

    private static Buffer seal(SecretBox box, UUID id, String column, String clear) {
        return Buffer.buffer(box.seal(id, column, clear));
    }

    private static Optional<String> open(SecretBox box, UUID id, String column, Row row) {
        var sealed = row.getBuffer(column);
        return sealed == null ? Optional.empty() : box.open(id, column, sealed.getBytes());
    }
}
