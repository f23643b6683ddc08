package dev.yiwen.brand;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a brand may not say: whatever it is called, customers can tell that a machine speaks. */
@Singleton
final class BrandFaults {
    private static final Pattern SAYS_SO = Pattern.compile("(?i)(?<![a-z])AI(?![a-z])|人工智能|artificial intelligence");
    private static final Pattern LIKE_A_PERSON = Pattern.compile("(?i)人工(?!智能)|真人|human|real person");
    /** It stands in texts and in prompts. */
    private static final Pattern PLAIN = Pattern.compile("[^<>{}\\[\\]\\p{Cc}\\p{Cf}]*");

    private final Messages messages;

    BrandFaults(Messages messages) {
        this.messages = messages;
    }

    /** In words; empty when all is well. */
    List<String> in(Brand brand) {
        var found = new ArrayList<String>();
        of(brand.chinese(), found);
        of(brand.english(), found);
        if (!isPlain(brand.shortName()) || !isPlain(brand.hotline())) {
            found.add(messages.text("brand.fault.plain"));
        }
        if (!HomeZone.isOne(brand.zone())) {
            found.add(messages.text("brand.fault.zone"));
        }
        if (brand.topics().stream().map(Brand.Topic::slug).distinct().count()
                < brand.topics().size()) {
            found.add(messages.text("brand.fault.topic-twice"));
        }
        return found.stream().distinct().toList();
    }

    private void of(Brand.Words words, List<String> found) {
        if (!words.label().isEmpty() && !SAYS_SO.matcher(words.label()).find()) {
            found.add(messages.text("brand.fault.label"));
        }
        if (LIKE_A_PERSON.matcher(words.label() + " " + words.assistant()).find()) {
            found.add(messages.text("brand.fault.person"));
        }
        if (!isPlain(words.operator())
                || !isPlain(words.assistant())
                || !isPlain(words.label())
                || !isPlain(words.scope())
                || !isPlain(words.greeting())) {
            found.add(messages.text("brand.fault.plain"));
        }
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
