package dev.yiwen.command;

import dev.yiwen.audit.trail.AuditChain;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks after the audit log. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Check the audit log.")
final class AuditCommand {
    private final Instance<AuditChain> chain;

    AuditCommand(Instance<AuditChain> chain) {
        this.chain = chain;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Check that no row was changed, taken out or put in; exit status 1 when one was.")
    int verify(
            @Option(
                            names = "--head",
                            paramLabel = "NUMBER:HASH",
                            description = "a head that was noted before; the log must still contain it")
                    @Nullable String head) {
        var verdict = chain.get().verify(head).await().indefinitely();
        System.out.printf("%d rows, head %s%n", verdict.rows(), verdict.head());
        if (verdict.whole()) {
            System.out.println("The audit log is whole.");
            return 0;
        }
        System.out.println(
                verdict.broken() == null
                        ? "The audit log does not contain the head that was noted: it was made anew."
                        : "The audit log is broken at row " + verdict.broken() + ".");
        return 1;
    }
}
