package dev.yiwen.shared;

import java.util.Locale;
import java.util.Map;

/** Words that stand in any text, such as the operator's name: {@code {operator}}. What is said of one thing goes before them. */
public interface StandingWords {

    /** In that language, by the name of the placeholder. Asked for each text, so at hand. */
    Map<String, String> in(Locale language);
}
