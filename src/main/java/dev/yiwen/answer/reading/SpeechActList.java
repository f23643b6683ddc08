package dev.yiwen.answer.reading;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editors' phrases of speech acts, in the form of {@link SpeechActs#words}, as this instance last read them. */
@Singleton
final class SpeechActList {
    private volatile Map<String, SpeechAct> acts = Map.of();
    private volatile List<String> forms = List.of();

    void replace(Map<String, SpeechAct> read) {
        acts = Map.copyOf(read);
        forms = read.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(it -> it))
                .toList();
    }

    /** The longest first. */
    List<String> forms() {
        return forms;
    }

    Optional<SpeechActs.Said> in(String text) {
        return acts.entrySet().stream()
                .filter(it -> text.contains(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()))
                .map(it -> new SpeechActs.Said(it.getValue(), it.getKey()));
    }
}
