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
 * @param atDesk whether WeChat's own service desk has them, so that the bot is silent
 * @param options what the numbers of the last list stand for
 */
public record Contact(
        UUID id, CustomerId customer, String openId, ServiceState state, boolean atDesk, List<String> options) {
    private static final int MOST = 9;

    public Contact {
        options = List.copyOf(options);
    }

    /** Whether people elsewhere than here have, or are about to have, the customer: then the bot is silent. */
    boolean elsewhere() {
        return atDesk || ServiceState.ofWeCom(state);
    }

    /** As they are once WeChat's own desk has them. */
    Contact gone() {
        return new Contact(id, customer, openId, state, true, options);
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
