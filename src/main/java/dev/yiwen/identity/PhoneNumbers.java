package dev.yiwen.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers as calls have them, however they are written. */
public final class PhoneNumbers {
    private PhoneNumbers() {}

    /** E.164 of a number that text messages can be sent to; empty for another. */
    public static Optional<String> mobile(String written) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(written, "CN");
            return switch (numbers.getNumberType(number)) {
                case MOBILE, FIXED_LINE_OR_MOBILE -> Optional.of(numbers.format(number, PhoneNumberFormat.E164));
                default -> Optional.empty();
            };
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** E.164; empty for what is none. */
    public static Optional<String> e164(String written) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            return Optional.of(numbers.format(numbers.parse(written, "CN"), PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
