package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.identity.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who writes to an account.
 *
 * @param state of WeCom's customer service, who serves them; of others new for ever
 * @param options what the numbers of the last list stand for
 */
public record Contact(UUID id, CustomerId customer, String openId, ServiceState state, List<String> options) {
    private static final int MOST = 9;

    public Contact {
        options = List.copyOf(options);
    }

    /** A number alone is the option of that number. */
    String meant(String typed) {
        var text = typed.strip();
        return chosen(text.endsWith(".") || text.endsWith("、") ? text.substring(0, text.length() - 1) : text)
                .orElse(typed);
    }

    private Optional<String> chosen(String text) {
        if (text.length() != 1 || text.charAt(0) < '1' || text.charAt(0) > '0' + MOST) {
            return Optional.empty();
        }
        int number = text.charAt(0) - '0';
        return number <= options.size() ? Optional.of(options.get(number - 1)) : Optional.empty();
    }
}
