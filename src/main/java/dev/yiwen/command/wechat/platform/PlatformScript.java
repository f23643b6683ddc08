package dev.yiwen.command.wechat.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes wrong, and how often. Each rule holds for a number of times, and each time with a chance; the first that holds counts. */
public final class PlatformScript {
    private static final int BOUND = 100;

    private final SeededDraws draws;
    private final List<Rule<ApiFault>> api = new ArrayList<>();
    private final List<Rule<CallbackFault>> callbacks = new ArrayList<>();

    PlatformScript(SeededDraws draws) {
        this.draws = draws;
    }

    /**
     * A rule as it stands.
     *
     * @param where path of the interface, {@code *} for any; of callbacks the account, {@code *} for any
     * @param value milliseconds, status or code
     * @param times that are left, -1 for ever
     * @param chance between 0 and 1
     */
    public record Rule<F>(F fault, String where, int value, int times, double chance) {
        boolean meets(String... places) {
            return times != 0 && (where.equals("*") || List.of(places).contains(where));
        }

        Rule<F> used() {
            return times < 0 ? this : new Rule<>(fault, where, value, times - 1, chance);
        }
    }

    /** The next call of a path. */
    public PlatformScript next(ApiFault fault, String path, int value) {
        return add(new Rule<>(fault, path, value, 1, 1));
    }

    /** The next callback of an account. */
    public PlatformScript next(CallbackFault fault, PlatformAccount account) {
        return addCallback(new Rule<>(fault, account.id(), 0, 1, 1));
    }

    public synchronized PlatformScript add(Rule<ApiFault> rule) {
        bound(api);
        api.add(rule);
        return this;
    }

    public synchronized PlatformScript addCallback(Rule<CallbackFault> rule) {
        bound(callbacks);
        callbacks.add(rule);
        return this;
    }

    public synchronized void clear() {
        api.clear();
        callbacks.clear();
    }

    public synchronized List<Rule<ApiFault>> api() {
        return List.copyOf(api);
    }

    public synchronized List<Rule<CallbackFault>> callbacks() {
        return List.copyOf(callbacks);
    }

    /** What befalls a call; uses the rule up by one. */
    public synchronized Optional<Rule<ApiFault>> befalls(String path, @Nullable PlatformAccount account) {
        return draw(api, path, account == null ? "" : account.id());
    }

    synchronized Optional<CallbackFault> befalls(PlatformAccount account) {
        return draw(callbacks, account.id()).map(Rule::fault);
    }

    private <F> Optional<Rule<F>> draw(List<Rule<F>> rules, String... places) {
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (rule.meets(places) && draws.happens(rule.chance())) {
                rules.set(i, rule.used());
                rules.removeIf(it -> it.times() == 0);
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static void bound(List<?> rules) {
        if (rules.size() >= BOUND) {
            throw new IllegalStateException("more than " + BOUND + " rules");
        }
    }
}
