package dev.yiwen.knowledge.importing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param handedOver titles that get whoever asks them a human at once, and phrasings that were left out because they do
 * @param drafted slugs whose change waits as a draft, because people edited or retired the article
 * @param duplicates what was left out since the very same is there under another name
 * @param ignored files that hold no text that anybody could have meant
 */
public record ImportReport(
        Map<ImportOutcome, Integer> counts,
        List<ImportFault> faults,
        List<ImportFault> handedOver,
        List<String> drafted,
        List<ImportFault> duplicates,
        List<String> ignored) {

    public ImportReport {
        var all = new EnumMap<ImportOutcome, Integer>(ImportOutcome.class);
        for (var outcome : ImportOutcome.values()) {
            all.put(outcome, counts.getOrDefault(outcome, 0));
        }
        counts = Collections.unmodifiableMap(all);
        faults = List.copyOf(faults);
        handedOver = List.copyOf(handedOver);
        drafted = List.copyOf(drafted);
        duplicates = List.copyOf(duplicates);
        ignored = List.copyOf(ignored);
    }

    public int count(ImportOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
