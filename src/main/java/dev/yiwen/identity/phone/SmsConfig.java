package dev.yiwen.identity.phone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How text messages are sent: by a connector of the operator's, who has a contract with somebody who sends them. */
@ConfigMapping(prefix = "yiwen.sms")
interface SmsConfig {

    /**
     * Where a message is posted to ({@code YIWEN_SMS_URL}), as JSON with {@code to} (E.164), {@code text} and {@code code}. Anything
     * but 2xx is a failure. Without it no number can be proved.
     */
    Optional<String> url();

    /**
     * What requests are signed with, as Standard Webhooks says ({@code YIWEN_SMS_SECRET}): {@code whsec_} and Base64. The connector
     * should check it, or anybody who reaches it sends messages at your cost.
     */
    Optional<String> secret();

    /** How long the connector may take. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a code is good. */
    @WithDefault("5m")
    Duration codeValid();
}
