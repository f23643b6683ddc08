package dev.yiwen.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.yiwen.privacy.Cue.Cues;
import dev.yiwen.privacy.Digits.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a number is by its length, its checksum, how it is grouped, and the cue before it. */
final class Numbers {
    /** A number of more groups or digits is none. */
    private static final int MOST_GROUPS = 22;

    private static final int MOST_DIGITS = 24;
    private static final int LONG = 14;

    private static final Pattern MOBILE = Pattern.compile("(?:(?:00|0)?86|17951|12593|17911|0)?(1[3-9]\\d{9})");
    private static final Pattern LANDLINE = Pattern.compile("(?:(?:00)?86)?(0?(?:10|2\\d|[3-9]\\d\\d)[2-8]\\d{6,7})");
    private static final Pattern SERVICE = Pattern.compile(
            "[48]00\\d{7}|1(?:00(?:00|01|10|86|99|15|50|20)|1\\d|2\\d|23\\d\\d|2\\d{3}|008611|1185|1888)|95\\d{3,6}|96\\d{3,4}|106[2-9]\\d{4,16}");
    private static final Pattern EXTENSION = Pattern.compile(
            "[\\s,]{0,2}+(?:-|转分?机?|ext\\.?|分机号?|#|x)\\s{0,2}+(\\d{1,6})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE_AFTER =
            Pattern.compile("[\\s)\"”’,]{0,2}+(?:[这那]?是?我?的?个?(?:手机|电话|号)|打我|找我|联系我)");
    private static final Pattern CODE_AFTER =
            Pattern.compile("[\"”’\\s]?(?:这个|那个|就?是|我的|刚收到|收到|你们|发|的){0,3}(?:短信)?(?:验证码|校验码|动态码|随机码)");
    private static final Pattern OPERATOR = Pattern.compile("460(?:0[0-9]|1[15]|20)\\d{10}");
    private static final String UNITS = "元块角毛分天日月年点时小秒次个位条人岁折兆期倍种档层楼度级K%GMTkmg";

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    List<PersonalDatum> in(FoldedText text, Cues cues) {
        var found = new ArrayList<PersonalDatum>();
        var groups = Digits.groups(text);
        for (int i = 0; i < groups.size(); ) {
            var read = read(text, cues, groups, i);
            read.ifPresent(it -> found.add(it.found));
            i = read.map(it -> it.next).orElse(i + 1);
        }
        return found;
    }

    private record Read(PersonalDatum found, int next) {}

    private Optional<Read> read(FoldedText text, Cues cues, List<Group> groups, int from) {
        var chain = new ArrayList<Candidate>();
        var digits = new StringBuilder();
        for (int i = from; i < groups.size() && i - from < MOST_GROUPS; i++) {
            if (i > from && !groups.get(i).joins()) {
                break;
            }
            digits.append(groups.get(i).digits());
            if (i > from && digits.length() > MOST_DIGITS) {
                break;
            }
            chain.add(new Candidate(text, groups.subList(from, i + 1), digits.toString()));
        }
        int start = groups.get(from).start();
        var before = cues.before(start);
        for (Cue cue : before) {
            for (Candidate candidate : chain.reversed()) {
                var kind = candidate.ofCue(cue);
                if (kind.isPresent()) {
                    return Optional.of(candidate.read(kind.get(), from));
                }
            }
        }
        boolean phone = before.contains(Cue.MOBILE) || before.contains(Cue.LANDLINE) || before.contains(Cue.WECHAT);
        if (Digits.isLatin(text.at(start - 1)) && !phone && before.isEmpty()) {
            return Optional.empty();
        }
        for (Candidate candidate : chain.reversed()) {
            var read = candidate.byItself(phone, before.contains(Cue.LANDLINE), from);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** Groups that may be one number. */
    private final class Candidate {
        private final FoldedText text;
        private final List<Group> groups;
        private final String digits;
        private final int start;
        private final int end;

        Candidate(FoldedText text, List<Group> groups, String digits) {
            this.text = text;
            this.groups = List.copyOf(groups);
            this.digits = digits;
            this.start = groups.getFirst().start();
            this.end = groups.getLast().end();
        }

        Read read(Kind kind, int from) {
            return new Read(found(kind, start, end, digits), from + groups.size());
        }

        private PersonalDatum found(Kind kind, int from, int to, String value) {
            int first = from;
            if (text.at(first - 1) == '+') {
                first--;
            }
            // (+86) and (010) belong to the number.
            if (text.at(first - 1) == '(' && text.text().substring(from, to).contains(")")) {
                first--;
            }
            return text.found(kind, first, to, value);
        }

        Optional<Kind> ofCue(Cue cue) {
            int n = digits.length();
            return Optional.ofNullable(
                    switch (cue) {
                        case IDENTITY_CARD -> n == 18 || n == 15 ? Kind.IDENTITY_CARD : null;
                        case BANK_CARD -> n >= 12 && n <= 19 && grouped() ? Kind.BANK_CARD : null;
                        case CARD_CODE -> (n == 3 || n == 4) && code() ? Kind.CARD_CODE : null;
                        case SMS_CODE -> n >= 4 && n <= 8 && code() ? Kind.SMS_CODE : null;
                        case PASSWORD -> n >= 4 && n <= 12 && code() ? Kind.PASSWORD : null;
                        case IMEI -> n >= 14 && n <= 16 ? Kind.IMEI : null;
                        case ICCID -> n == 19 || n == 20 ? Kind.ICCID : null;
                        case IMSI -> n == 15 ? Kind.IMSI : null;
                        case ORDER -> n >= 6 && grouped() && !service() && !isUnit(text.at(end)) ? Kind.ORDER : null;
                        case ACCOUNT ->
                            isCard()
                                    ? Kind.BANK_CARD
                                    : n >= 5 && grouped() && !mobile() && !service() && !isUnit(text.at(end))
                                            ? Kind.ACCOUNT
                                            : null;
                        case QQ ->
                            n >= 5 && n <= 12 && grouped() && !service() && !isUnit(text.at(end)) ? Kind.QQ : null;
                        case PERMIT -> (n == 8 || n == 10) && grouped() ? Kind.PERMIT : null;
                        case PASSPORT, WECHAT, LANDLINE, MOBILE, EXPIRY, BIRTHDAY, PLATE -> null;
                    });
        }

        Optional<Read> byItself(boolean phone, boolean landline, int from) {
            return Optional.<Read>empty()
                    .or(() -> identityCard(from))
                    .or(() -> codeBefore(from))
                    .or(() -> foreign(from))
                    .or(() -> mobile(phone, from))
                    .or(() -> landline(landline, from))
                    .or(() -> service() && groups.size() == 1 && digits.startsWith("106")
                            ? Optional.of(read(Kind.SERVICE_NUMBER, from))
                            : Optional.empty())
                    .or(() -> longer(from))
                    .or(() -> service() && (groups.size() == 1 || digits.length() == 10)
                            ? Optional.of(read(Kind.SERVICE_NUMBER, from))
                            : Optional.empty());
        }

        private Optional<Read> identityCard(int from) {
            int n = digits.length();
            if (n == 17) {
                int x = text.at(end) == ' ' || text.at(end) == '-' ? end + 1 : end;
                boolean check = "xX×叉".indexOf(text.at(x)) >= 0 && !Digits.isLatin(text.at(x + 1));
                return check && Checksums.identityCard(digits + "0")
                        ? Optional.of(
                                new Read(found(Kind.IDENTITY_CARD, start, x + 1, digits + "X"), from + groups.size()))
                        : Optional.empty();
            }
            boolean whole = n == 18 || n == 15 && groups.size() <= 3 && !Checksums.luhn(digits);
            return whole && grouped() && Checksums.identityCard(digits)
                    ? Optional.of(read(Kind.IDENTITY_CARD, from))
                    : Optional.empty();
        }

        /** 839201是我的验证码 */
        private Optional<Read> codeBefore(int from) {
            boolean code = digits.length() >= 4
                    && digits.length() <= 8
                    && groups.size() == 1
                    && !service()
                    && CODE_AFTER
                            .matcher(text.text())
                            .region(end, text.length())
                            .lookingAt();
            return code ? Optional.of(read(Kind.SMS_CODE, from)) : Optional.empty();
        }

        /** Of another country. */
        private Optional<Read> foreign(int from) {
            if (text.at(start - 1) != '+' || digits.startsWith("86") || digits.length() < 8 || digits.length() > 15) {
                return Optional.empty();
            }
            try {
                return phones.isValidNumber(phones.parse("+" + digits, null))
                        ? Optional.of(read(Kind.PHONE, from))
                        : Optional.empty();
            } catch (NumberParseException e) {
                return Optional.empty();
            }
        }

        private Optional<Read> mobile(boolean cued, int from) {
            if (digits.length() < 11 || digits.length() > 16) {
                return Optional.empty();
            }
            var matcher = MOBILE.matcher(digits);
            if (!matcher.matches()
                    || !(cued || phoneAfter() ? joinsWell() : grouped() && sizesOfMobile(matcher.start(1)))) {
                return Optional.empty();
            }
            return Optional.of(new Read(found(Kind.MOBILE, start, end, matcher.group(1)), from + groups.size()));
        }

        private boolean phoneAfter() {
            return PHONE_AFTER.matcher(text.text()).region(end, text.length()).lookingAt();
        }

        private boolean mobile() {
            return MOBILE.matcher(digits).matches();
        }

        /** 138 0013 8000, 1380 013 8000, one by one, but not 19 29 39 59 99 1. */
        private boolean sizesOfMobile(int prefix) {
            int first = prefix > 0 && groups.getFirst().digits().length() == prefix ? 1 : 0;
            var sizes = groups.subList(first, groups.size()).stream()
                    .map(it -> it.digits().length())
                    .toList();
            boolean spelled = sizes.stream().allMatch(it -> it == 1);
            boolean wide = sizes.size() <= 4 && sizes.stream().allMatch(it -> it >= 2) && sizes.getFirst() >= 3;
            boolean mixed = groups.stream().anyMatch(Group::inCharacters) && sizes.size() <= 5;
            return spelled || wide || mixed;
        }

        private Optional<Read> landline(boolean cued, int from) {
            if (digits.length() < 7 || digits.length() > 16) {
                return Optional.empty();
            }
            var matcher = LANDLINE.matcher(digits);
            boolean country = digits.startsWith("86") && text.at(start - 1) == '+' || digits.startsWith("0086");
            boolean area =
                    matcher.matches() && (matcher.group(1).startsWith("0") || country) && grouped() && areaApart();
            boolean local =
                    cued && digits.matches("[2-8]\\d{6,7}") && grouped() && groups.size() <= 3 && !isUnit(text.at(end));
            if (!area && !local) {
                return Optional.empty();
            }
            var extension = EXTENSION.matcher(text.text()).region(end, Math.min(text.length(), end + 16));
            if (!extension.lookingAt()) {
                return Optional.of(new Read(found(Kind.LANDLINE, start, end, digits), from + groups.size()));
            }
            return Optional.of(new Read(
                    found(Kind.LANDLINE, start, extension.end(), digits + "-" + extension.group(1)),
                    from + groups.size() + 1));
        }

        private boolean areaApart() {
            int first = groups.getFirst().digits().length();
            boolean spelled = groups.stream().allMatch(it -> it.digits().length() == 1);
            return groups.size() == 1 || spelled || first == 2 || first == 3 || first == 4;
        }

        private boolean service() {
            return SERVICE.matcher(digits).matches();
        }

        private Optional<Read> longer(int from) {
            int n = digits.length();
            if ((n == 19 || n == 20) && digits.startsWith("8986")) {
                return Optional.of(read(Kind.ICCID, from));
            }
            boolean one = groups.size() == 1;
            if (n == 15 && (one || evenly()) && OPERATOR.matcher(digits).matches()) {
                return Optional.of(read(Kind.IMSI, from));
            }
            if (n == 15 && (one || grouped()) && Checksums.luhn(digits) && digits.matches("(?:01|35|86|99)\\d{13}")) {
                return Optional.of(read(Kind.IMEI, from));
            }
            if (isCard()) {
                return Optional.of(read(Kind.BANK_CARD, from));
            }
            if (!one || n < LONG || Checksums.isTimestamp(digits)) {
                return Optional.empty();
            }
            return Optional.of(read(
                    n >= 16 && digits.matches("20\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d+")
                            ? Kind.ORDER
                            : Kind.LONG_NUMBER,
                    from));
        }

        private boolean isCard() {
            int n = digits.length();
            boolean form =
                    n >= 16 && n <= 19 && (groups.size() == 1 || evenly()) && "34569".indexOf(digits.charAt(0)) >= 0;
            return form && (Checksums.luhn(digits) || digits.startsWith("62") && (n == 16 || n == 19));
        }

        /** Four by four, or one by one. */
        private boolean evenly() {
            int size = groups.getFirst().digits().length();
            var rest = groups.subList(0, groups.size() - 1);
            return (size == 4 || size == 1 || size == 6)
                    && (size == 6 || rest.stream().allMatch(it -> it.digits().length() == size))
                    && joinsWell();
        }

        /** A short code: in one piece, or in pieces of one size. */
        private boolean code() {
            int size = groups.getFirst().digits().length();
            boolean even =
                    groups.stream().allMatch(it -> it.digits().length() == size) && (groups.size() == 1 || tight());
            return even && !isUnit(text.at(end)) && !(text.at(end) == '.' && Character.isDigit(text.at(end + 1)));
        }

        private boolean grouped() {
            return groups.size() == 1 || joinsWell();
        }

        /** An enumeration 3、5、8 joins nothing, but 一三八，零零一三，八零零零 is read so. */
        private boolean joinsWell() {
            if (tight()) {
                return true;
            }
            return groups.stream().allMatch(it -> it.digits().length() >= 3)
                    || groups.stream().allMatch(Group::inCharacters);
        }

        private boolean tight() {
            for (int i = 1; i < groups.size(); i++) {
                for (int at = groups.get(i - 1).end(); at < groups.get(i).start(); at++) {
                    if ("|,，、=;:~".indexOf(text.at(at)) >= 0) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static boolean isUnit(char letter) {
        return UNITS.indexOf(letter) >= 0;
    }
}
