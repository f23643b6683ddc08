package dev.yiwen.command.attack;

import java.io.IOException;
import java.net.http.HttpClient;

/** Guesses at one login from one address, then from many; meanwhile its owner signs in from elsewhere. */
final class PasswordGuessing implements Probe {
    private static final int GUESSES = 40;
    private static final int ADDRESSES = 20;
    private static final int FROM_EACH = 5;

    @Override
    public String name() {
        return "guessing of passwords";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var login = target.staff("ADMIN");
        var home = Target.from("127.0.0.201");
        result.expect(
                target.signIn(home, login, Target.PASSWORD).statusCode() == 200,
                "the owner could not sign in at first");

        int checked = guesses(target, Target.from("127.0.0.202"), login, GUESSES, result);
        result.expect(checked < GUESSES / 2, checked + " of " + GUESSES + " guesses from one address were checked");
        result.figure("checkedFromOneAddress", checked);

        int first = 0;
        int later = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            int spread = guesses(target, Target.from("127.0.1." + (i + 1)), login, FROM_EACH, result);
            first += i < ADDRESSES / 2 ? spread : 0;
            later += i < ADDRESSES / 2 ? 0 : spread;
        }
        result.expect(
                later < first,
                "guesses from more addresses were checked as readily as the first: " + later + " of them, " + first
                        + " before");
        result.figure("checkedFromTenAddresses", first);
        result.figure("checkedFromTenMore", later);

        int owner = target.signIn(home, login, Target.PASSWORD).statusCode();
        result.expect(owner == 200, "the owner was locked out: " + owner);
        return result;
    }

    /** How many were checked, instead of put off. */
    private static int guesses(Target target, HttpClient from, String login, int count, ProbeResult result)
            throws IOException, InterruptedException {
        int checked = 0;
        for (int i = 0; i < count; i++) {
            var answer = target.signIn(from, login, "guess-number-" + i);
            if (answer.statusCode() == 401) {
                checked++;
            } else {
                result.expect(
                        answer.statusCode() == 429
                                && answer.headers().firstValue("Retry-After").isPresent(),
                        "a guess too many gave " + answer.statusCode() + " without a word when to come again");
            }
        }
        return checked;
    }
}
