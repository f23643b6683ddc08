package dev.yiwen.quality.metric;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Where customers are at home, by the area that their telephone number was given out in, as far as libphonenumber knows it. */
@Singleton
class HomeAreas {
    private static final String NUMBERS = """
            select c.customer_id, (array_agg(n.number) filter (where n.number is not null))[1] as number
            from conversation c
            left join lateral (
              select i.external_id as number from customer_identity i where i.customer_id = c.customer_id and i.kind = 'PHONE'
              union all select c.subject where c.channel = 'VOICE') n on true
            where c.id = any($1) and (c.channel = 'VOICE' or c.last_seq > 0) and not exists (
              select from customer_region r where r.customer_id = c.customer_id and (r.region is not null or n.number is null))
            group by c.customer_id order by c.customer_id
            """;

    private static final String KEEP = """
            insert into customer_region as r (customer_id, region, source) values ($1, $2, $3)
            on conflict (customer_id) do update set region = excluded.region, source = excluded.source, at = now()
            where r.source <> 'PROFILE'
            """;

    /** Provinces, regions and municipalities; what comes after is a town. */
    private static final Pattern PROVINCE =
            Pattern.compile("(?:内蒙古|广西|西藏|宁夏|新疆)(?:\\p{IsHan}{0,4}自治区)?|黑龙江省?|\\p{IsHan}{2}[省市]");

    /** Of those in these conversations of whom it is not known. */
    Uni<Void> learn(SqlConnection transaction, UUID[] conversations) {
        return transaction
                .preparedQuery(NUMBERS)
                .execute(Tuple.tuple().addArrayOfUUID(conversations))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row(row.getUUID("customer_id"), row.getString("number")))
                        .toList())
                .chain(known -> keep(transaction, known));
    }

    private static Uni<Void> keep(SqlConnection transaction, List<Tuple> known) {
        return known.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .item(known)
                        .onItem()
                        .transformToUniAndConcatenate(
                                it -> transaction.preparedQuery(KEEP).executeBatch(it))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private static Tuple row(UUID customer, @org.jspecify.annotations.Nullable String number) {
        var region = number == null ? Optional.<String>empty() : province(number);
        return Tuple.of(customer, region.orElse(null), region.isPresent() ? "PHONE" : "NONE");
    }

    /** 广东省, 北京市 …; empty for what is no number of which an area is known. */
    static Optional<String> province(String number) {
        try {
            var parsed = PhoneNumberUtil.getInstance().parse(number, "CN");
            var area =
                    PhoneNumberOfflineGeocoder.getInstance().getDescriptionForNumber(parsed, Locale.SIMPLIFIED_CHINESE);
            var province = PROVINCE.matcher(area);
            return province.lookingAt()
                    ? Optional.of(province.group())
                    : Optional.of(area).filter(it -> !it.isBlank());
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
