package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.push.PassiveReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform as a whole: what it knows of accounts and people, and its parts. One thing is done at a time, except that callbacks are
 * waited for outside of it.
 */
public final class WechatPlatform implements AutoCloseable {
    private static final int PEOPLE = 20_000;
    private static final long FIRST_MESSAGE = 24_600_000_000_000_000L;

    final PlatformClock clock;
    final SeededDraws draws;
    final AccessTokens tokens;
    final MediaShelf media;
    final PushDeliveries deliveries;

    private final PlatformScript script;
    private final Map<String, PlatformAccount> accounts = new LinkedHashMap<>();
    private final LinkedHashMap<String, CustomerSide> customers = new LinkedHashMap<>();
    private final Map<String, CustomerSide> customersById = new HashMap<>();
    private final Map<String, LoginCode> logins = new LinkedHashMap<>();
    private final AtomicLong messages = new AtomicLong(FIRST_MESSAGE);
    private final ServiceMessages serviceMessages;
    private final KfDesk kf;
    private volatile String address = "http://127.0.0.1";

    /** @param patience how long a callback's answer is waited for, in the time of the machine */
    public WechatPlatform(PlatformClock clock, long seed, Duration patience) {
        this.clock = clock;
        draws = new SeededDraws(seed);
        tokens = new AccessTokens(draws);
        media = new MediaShelf(draws);
        script = new PlatformScript(new SeededDraws(seed + 1));
        serviceMessages = new ServiceMessages(this);
        kf = new KfDesk(this);
        deliveries = new PushDeliveries(clock, draws, script, patience, this::replied);
    }

    private record LoginCode(CustomerSide customer, Instant until, boolean used) {}

    /** Does it while nothing else is done. */
    public synchronized <T> T inTurn(Supplier<T> action) {
        return action.get();
    }

    public PlatformClock clock() {
        return clock;
    }

    public PlatformScript script() {
        return script;
    }

    public ServiceMessages serviceMessages() {
        return serviceMessages;
    }

    public KfDesk kf() {
        return kf;
    }

    /** Where it is reached: stands in pictures' addresses. */
    public void reachedAt(String url) {
        address = url;
    }

    /** Waits until no callback is under way; those that wait for the clock are not. */
    public void settle() {
        deliveries.settle();
    }

    public List<PushDelivery> deliveries() {
        return deliveries.kept();
    }

    /** Sends the same bytes once more; the status. */
    public int replay(PushDelivery delivery) {
        return deliveries.replay(delivery);
    }

    /** Whether the account's callback answers as one must when its address is entered. */
    public boolean verify(PlatformAccount account) {
        return deliveries.verify(account);
    }

    public synchronized PlatformAccount add(Kind kind, String id, String receiver, AccountSettings settings) {
        var account = new PlatformAccount(kind, id, receiver, settings);
        accounts.put(id, account);
        return account;
    }

    public synchronized Collection<PlatformAccount> accounts() {
        return List.copyOf(accounts.values());
    }

    public synchronized Optional<PlatformAccount> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** A person's phone with an official account or a mini-program. */
    public synchronized CustomerPhone phone(PlatformAccount account, String person) {
        if (account.kind() == Kind.KF) {
            throw new IllegalArgumentException("say which open_kfid");
        }
        return new CustomerPhone(this, side(account, "", person));
    }

    /** A person's phone with an account of WeCom kf. */
    public synchronized CustomerPhone phone(PlatformAccount account, String openKfId, String person) {
        kf.line(account, openKfId);
        return new CustomerPhone(this, side(account, openKfId, person));
    }

    /** All that were ever there, within the bound. */
    synchronized List<CustomerSide> customers() {
        return List.copyOf(customers.values());
    }

    private CustomerSide side(PlatformAccount account, String openKfId, String person) {
        var key = account.id() + "\n" + openKfId + "\n" + person;
        var known = customers.get(key);
        if (known != null) {
            return known;
        }
        var id = account.kind() == Kind.KF
                ? "wm" + draws.named(30, account.id(), person)
                : "o" + draws.named(27, account.id(), person);
        var side = new CustomerSide(account, openKfId, person, id, "oU" + draws.named(26, "unionid", person));
        customers.put(key, side);
        customersById.put(byId(account, openKfId, id), side);
        if (customers.size() > PEOPLE) {
            var oldest = customers.pollFirstEntry().getValue();
            customersById.remove(byId(oldest.account, oldest.openKfId, oldest.id));
            kf.forget(oldest);
        }
        return side;
    }

    /** By openid or external_userid. */
    Optional<CustomerSide> customer(PlatformAccount account, String openKfId, @Nullable String id) {
        return Optional.ofNullable(customersById.get(byId(account, openKfId, id)));
    }

    private static String byId(PlatformAccount account, String openKfId, @Nullable String id) {
        return account.id() + "\n" + openKfId + "\n" + id;
    }

    Instant now() {
        return clock.instant();
    }

    long nextMessage() {
        return messages.incrementAndGet();
    }

    String picture(String mediaId) {
        return address + "/mmbiz/" + mediaId;
    }

    /** Whose an interface's token is; an error where it is not valid. */
    public synchronized PlatformAccount owner(@Nullable String token, boolean wecom) {
        return tokens.owner(token, wecom, now());
    }

    /** Whose it is, or was. */
    public synchronized @Nullable PlatformAccount holder(@Nullable String token) {
        return tokens.holder(token);
    }

    /** All tokens of an account end at once. */
    public synchronized void revokeTokens(PlatformAccount account) {
        tokens.revoke(account);
    }

    /** A token of an official account or a mini-program and its seconds. */
    public synchronized Map.Entry<String, Long> token(String appId, String secret, boolean stable, boolean force) {
        var account = known(appId, Kind.MP, Kind.MA);
        if (!account.settings().secret().equals(secret)) {
            throw PlatformError.APP_SECRET.refusal();
        }
        var grant = stable ? tokens.stable(account, force, now()) : tokens.plain(account, now());
        return Map.entry(grant.token(), grant.seconds());
    }

    /** A token of a company and its seconds. */
    public synchronized Map.Entry<String, Long> corporateToken(String corpId, String secret) {
        var account = known(corpId, Kind.KF);
        if (!account.settings().secret().equals(secret)) {
            throw PlatformError.CREDENTIAL.refusal();
        }
        var grant = tokens.corporate(account, now());
        return Map.entry(grant.token(), grant.seconds());
    }

    private PlatformAccount known(String id, Kind... kinds) {
        var account = accounts.get(id);
        if (account == null || !List.of(kinds).contains(account.kind())) {
            throw PlatformError.APP_ID.refusal();
        }
        return account;
    }

    /** Keeps an uploaded file for three days; its media_id. */
    public synchronized String upload(
            PlatformAccount account, String kind, String contentType, String fileName, byte[] bytes) {
        MediaRules.checkUpload(account.kind(), kind, bytes);
        return media.put(account.id(), kind, contentType, fileName, bytes, now());
    }

    /** Content type, file name and bytes. */
    public synchronized StoredMedia download(PlatformAccount account, String mediaId) {
        return StoredMedia.of(media.get(account.id(), mediaId, now()));
    }

    /** What a picture's address shows to anybody. */
    public synchronized StoredMedia pictureByAddress(String mediaId) {
        return StoredMedia.of(media.byAddress(mediaId, now()));
    }

    /** A file as it is handed out. */
    public record StoredMedia(String kind, String contentType, String fileName, byte[] bytes) {
        static StoredMedia of(MediaShelf.Item item) {
            return new StoredMedia(item.kind(), item.contentType(), item.fileName(), item.bytes());
        }
    }

    /** Whether somebody follows an official account, and who they are. */
    public synchronized Follower follower(PlatformAccount account, String openid) {
        var customer = customer(account, "", openid).orElseThrow(PlatformError.OPENID::refusal);
        return new Follower(customer.id, customer.unionId, customer.follows);
    }

    /** What {@code /cgi-bin/user/info} tells. */
    public record Follower(String openid, String unionId, boolean follows) {}

    String login(CustomerSide customer) {
        var code = "0" + draws.letters(31);
        logins.put(code, new LoginCode(customer, now().plus(Duration.ofMinutes(5)), false));
        if (logins.size() > PEOPLE) {
            logins.remove(logins.keySet().iterator().next());
        }
        return code;
    }

    /** Who has logged in with that code: openid and unionid. Good once, for five minutes. */
    public synchronized Map.Entry<String, String> session(String appId, String secret, String code) {
        var account = known(appId, Kind.MA);
        if (!account.settings().secret().equals(secret)) {
            throw PlatformError.APP_SECRET.refusal();
        }
        var login = logins.get(code);
        if (login == null
                || login.customer().account != account
                || !login.until().isAfter(now())) {
            throw PlatformError.CODE.refusal();
        }
        if (login.used()) {
            throw PlatformError.USED_CODE.refusal();
        }
        logins.put(code, new LoginCode(login.customer(), login.until(), true));
        return Map.entry(login.customer().id, login.customer().unionId);
    }

    /** For the key of a session, which nobody reads here. */
    public String sessionKey() {
        return draws.letters(22) + "==";
    }

    private synchronized void replied(PushDelivery delivery, PassiveReply reply) {
        var openid = delivery.openid();
        if (openid != null) {
            customer(delivery.account(), "", openid)
                    .ifPresent(it -> new ReplyBubble(it, delivery, now(), new ServiceDesk(this, it)).show(reply));
        }
    }

    @Override
    public void close() {
        clock.close();
        deliveries.close();
    }
}
