package dev.yiwen.channel.voice;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** A calling number in one form, whichever way the telephony system writes it. */
record CallerNumber(String e164) {
    private static final String HOME = "CN";

    /** Empty for what names no line in particular: a withheld number, an internal extension, garbage. */
    static Optional<CallerNumber> of(String written) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(written, HOME);
            return numbers.isPossibleNumber(parsed)
                    ? Optional.of(new CallerNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
