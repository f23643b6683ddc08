package dev.yiwen.incident;

import dev.yiwen.conversation.Body;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of an incident. A time that has passed is told to nobody. */
@Singleton
public final class IncidentWords {
    /** Code of a notice that something stands. */
    public static final String CODE = "incident";

    /** Code of a notice that it is over. */
    public static final String RECOVERED = "incident-recovered";

    private final Messages messages;

    IncidentWords(Messages messages) {
        this.messages = messages;
    }

    /** What is told, the first time. */
    public enum Telling {
        FIRST,
        AGAIN,
        RENEWED
    }

    /** To one customer. */
    Body.Notice notice(Incident incident, boolean sure, Telling telling, Instant now) {
        var text = text(Locale.CHINESE, incident, sure, telling, now);
        return new Body.Notice(CODE, text, facts(incident, now));
    }

    Body.Notice recovered(Incident incident) {
        return new Body.Notice(
                RECOVERED,
                messages.text(
                        "incident.tell.recovered", Map.of("what", where(Locale.CHINESE, incident) + incident.cause())),
                Map.of("incident", incident.id().toString()));
    }

    /** To whoever opens the chat, or for an agent to say. */
    public String standing(Locale language, Incident incident, Instant now) {
        return text(language, incident, true, Telling.FIRST, now);
    }

    private String text(Locale language, Incident incident, boolean sure, Telling telling, Instant now) {
        var what = where(language, incident) + incident.cause();
        var told = new HashMap<String, String>();
        told.put("what", what);
        if (!sure) {
            told.put("what", conditional(language, incident));
        }
        var eta = incident.etaAt(now);
        var when = eta != null ? "eta" : incident.overdueAt(now) ? "late" : "open";
        if (eta != null) {
            told.put("eta", clock(language, eta));
        }
        return messages.text(
                language, "incident.tell." + telling.name().toLowerCase(Locale.ROOT) + "." + when, Map.copyOf(told));
    }

    private String clock(Locale language, Instant at) {
        var pattern = messages.text(language, "incident.clock", Map.of());
        return DateTimeFormatter.ofPattern(pattern, language).format(at.atZone(HomeZone.id()));
    }

    private String where(Locale language, Incident incident) {
        var scope = incident.scope();
        return scope.regions().isEmpty() && scope.products().isEmpty()
                ? ""
                : messages.text(language, "incident.tell.in", Map.of("where", joined(language, scope)));
    }

    private String conditional(Locale language, Incident incident) {
        var scope = incident.scope();
        var regions = list(language, scope.regions());
        var products = list(language, scope.products());
        var kind = products.isEmpty() ? "region" : regions.isEmpty() ? "product" : "both";
        return messages.text(
                language,
                "incident.tell.if." + kind,
                Map.of("where", regions.isEmpty() ? products : regions, "product", products, "what", incident.cause()));
    }

    /** Where it is and what it is of. */
    public String scope(Locale language, IncidentScope scope) {
        return joined(language, scope);
    }

    private String list(Locale language, List<String> all) {
        return String.join(messages.text(language, "incident.tell.or", Map.of()), all);
    }

    private String joined(Locale language, IncidentScope scope) {
        return Stream.of(scope.regions(), scope.products())
                .filter(it -> !it.isEmpty())
                .map(it -> list(language, it))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> facts(Incident incident, Instant now) {
        var facts = new HashMap<String, String>();
        facts.put("incident", incident.id().toString());
        facts.put("level", String.valueOf(incident.level()));
        facts.put("cause", incident.cause());
        var eta = incident.etaAt(now);
        if (eta != null) {
            facts.put("eta", eta.toString());
        }
        return Map.copyOf(facts);
    }
}
