package dev.yiwen.command;

import dev.yiwen.identity.password.PasswordReset;
import jakarta.enterprise.inject.Instance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What whoever runs the installation does when nobody can sign in; exit status 2 when nobody has that login. */
@Command(name = "admin", mixinStandardHelpOptions = true, description = "Let somebody sign in again.")
final class AdminCommand {
    private final Instance<PasswordReset> passwords;

    AdminCommand(Instance<PasswordReset> passwords) {
        this.passwords = passwords;
    }

    @Command(
            name = "reset-password",
            mixinStandardHelpOptions = true,
            description =
                    "Print a new one-time password. It ends the person's sessions; a disabled account is enabled.")
    int resetPassword(@Parameters(paramLabel = "LOGIN", description = "whose, e.g. admin") String login) {
        var reset = passwords.get().of(login).await().indefinitely();
        if (reset.isEmpty()) {
            System.err.printf(
                    "Nobody has the login %s. Administrators: %s.%n",
                    login,
                    String.join(", ", passwords.get().administrators().await().indefinitely()));
            return 2;
        }
        if (reset.get().wasDisabled()) {
            System.err.println("The account was disabled, and is enabled again.");
        }
        System.err.printf(
                "One-time password of %s, to be changed at the next sign-in:%n",
                reset.get().staff().login());
        System.out.println(reset.get().password());
        return 0;
    }
}
