package dev.yiwen.handoff.plan;

import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a plan, in words for whoever wrote it. */
@Singleton
public final class Faults {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Set<String> LANGUAGES = Set.of(Situation.CHINESE, Situation.ENGLISH);
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_POINTS = 100;
    private static final int MOST_CHATS = 20;
    private static final int A_DAY_SECONDS = 86_400;

    private final Messages messages;

    Faults(Messages messages) {
        this.messages = messages;
    }

    /** Empty when the plan may hold. */
    public List<String> in(Plan plan) {
        var faults = new ArrayList<String>();
        settings(plan.settings(), faults);
        groups(plan, faults);
        plan.rules().forEach(it -> rule(plan, it, faults));
        plan.agents().forEach(it -> agent(plan, it, faults));
        if (plan.rules().size() > MOST || plan.groups().size() > MOST) {
            faults.add(text("too-many"));
        }
        if (plan.hours() != null) {
            hours(text("everybody"), plan.hours(), faults);
        }
        return List.copyOf(faults);
    }

    /** What may hold and yet is hardly meant; empty when nothing is. */
    public List<String> warnings(Plan plan) {
        var served = plan.agents().stream().flatMap(it -> it.groups().stream()).collect(Collectors.toSet());
        return plan.rules().stream()
                .filter(Plan.Rule::enabled)
                .flatMap(rule -> plan
                        .group(rule.then().group())
                        .filter(group -> !served.contains(group.id()))
                        .map(group -> text("rule-empty-group", "rule", rule.name(), "group", group.name()))
                        .stream())
                .toList();
    }

    private void settings(Plan.Settings it, List<String> faults) {
        if (it.secondsPerPoint() < 1 || it.secondsPerPoint() > 600) {
            faults.add(text("seconds-per-point"));
        }
        if (it.pointsPerTier() < 0 || it.pointsPerTier() > MOST_POINTS) {
            faults.add(text("points-per-tier"));
        }
        if (it.widenSeconds() < 0 || it.widenSeconds() > A_DAY_SECONDS) {
            faults.add(text("widen"));
        }
    }

    private void groups(Plan plan, List<String> faults) {
        var seen = new HashSet<String>();
        for (var group : plan.groups()) {
            if (!ID.matcher(group.id()).matches() || isNoName(group.name())) {
                faults.add(text("group-name", "group", group.name()));
            }
            if (!seen.add(group.id()) || !seen.add("name:" + group.name())) {
                faults.add(text("group-twice", "group", group.name()));
            }
            if (group.hours() != null) {
                hours(group.name(), group.hours(), faults);
            }
        }
    }

    private void rule(Plan plan, Plan.Rule it, List<String> faults) {
        if (isNoName(it.name())) {
            faults.add(text("rule-name"));
        }
        if (it.then().group() != null && plan.group(it.then().group()).isEmpty()) {
            faults.add(text("rule-group", "rule", it.name()));
        }
        if (it.then().group() == null && it.then().level() == null && it.then().points() == 0) {
            faults.add(text("rule-nothing", "rule", it.name()));
        }
        if (Math.abs(it.then().points()) > MOST_POINTS) {
            faults.add(text("rule-points", "rule", it.name()));
        }
        if (it.when().words().stream().anyMatch(Faults::isNoName)) {
            faults.add(text("rule-words", "rule", it.name()));
        }
        if (Stream.concat(it.when().tags().stream(), it.when().topics().stream())
                .anyMatch(Faults::isNoName)) {
            faults.add(text("rule-tags", "rule", it.name()));
        }
        if (it.when().language() != null && !LANGUAGES.contains(it.when().language())) {
            faults.add(text("language"));
        }
    }

    private void agent(Plan plan, Plan.Skills it, List<String> faults) {
        var known = plan.groups().stream().map(Plan.Group::id).collect(Collectors.toSet());
        if (!known.containsAll(it.groups())) {
            faults.add(text("agent-group"));
        }
        if (it.languages().isEmpty() || !LANGUAGES.containsAll(it.languages())) {
            faults.add(text("language"));
        }
        if (it.chats() != null && (it.chats() < 1 || it.chats() > MOST_CHATS)) {
            faults.add(text("chats"));
        }
    }

    private void hours(String whose, Hours hours, List<String> faults) {
        if (hours.week().isEmpty()
                || hours.week().stream().anyMatch(it -> it.days().isEmpty())) {
            faults.add(text("hours", "group", whose));
        }
        if (hours.workdays().stream().anyMatch(hours.closed()::contains)) {
            faults.add(text("workday-closed", "group", whose));
        }
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME;
    }

    private String text(String key, String... facts) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) {
            named.put(facts[i], facts[i + 1]);
        }
        return messages.text("handoff.plan-fault." + key, named);
    }
}
