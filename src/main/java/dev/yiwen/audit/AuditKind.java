package dev.yiwen.audit;

/**
 * The kinds of audit events, all in one place. A new one is a constant here, a title in the dictionary of the page
 * ({@code src/main/web/audit/kinds.ts}), and a line in {@code src/docs/privacy.md} if it is about customers' data.
 */
public final class AuditKind {
    /** A member of staff signed in; the subject is {@code staff:<id>}. */
    public static final String SIGN_IN_SUCCEEDED = "sign-in.succeeded";
    /** A wrong login or password; the subject is {@code staff:<id>}, or {@code login} when nobody has that login. */
    public static final String SIGN_IN_FAILED = "sign-in.failed";
    /** An address was made to wait after wrong passwords; the subject is {@code login}. Written now and then only. */
    public static final String SIGN_IN_SLOWED = "sign-in.slowed";
    /** A member of staff signed out. */
    public static final String SIGN_OUT = "sign-out";
    /** Every session of a member of staff was ended, by a new password or new rights; details say how many. */
    public static final String SESSIONS_ENDED = "sessions.ended";

    public static final String STAFF_CREATED = "staff.created";
    /** Roles, name or activity; details say which, before and after. */
    public static final String STAFF_CHANGED = "staff.changed";

    /** A role of the company's own; the subject is {@code role:<id>}, details say its name and rights. */
    public static final String ROLE_CREATED = "role.created";

    public static final String ROLE_CHANGED = "role.changed";
    public static final String ROLE_DELETED = "role.deleted";

    public static final String PASSWORD_CHANGED = "staff.password.changed";
    /** An administrator gave somebody a one-time password. */
    public static final String PASSWORD_RESET = "staff.password.reset";

    public static final String SECOND_FACTOR_SET = "staff.second-factor.set";
    public static final String SECOND_FACTOR_REMOVED = "staff.second-factor.removed";
    /** By an administrator, or from the command line. */
    public static final String SECOND_FACTOR_RESET = "staff.second-factor.reset";
    /** In place of an authenticator's code; details say how many are left. */
    public static final String RECOVERY_CODE_USED = "staff.recovery-code.used";

    /** A request that its sender had no right to make; counted, and written once a while for each sender and place. */
    public static final String ACCESS_DENIED = "access.denied";

    /** Two customers are one from now on; the subject is who goes on, details say who, by what proof, and which merge. */
    public static final String CUSTOMERS_JOINED = "customer.joined";
    /** Two that were joined are two again; details say who, and which merge. */
    public static final String CUSTOMERS_PARTED = "customer.parted";

    public static final String CUSTOMER_TAGGED = "customer.tagged";
    /** A search over what customers and agents wrote. The words searched for are not kept. */
    public static final String CONVERSATIONS_SEARCHED = "conversation.searched";
    /** A masked value was shown to a member of staff. */
    public static final String REVEALED = "reveal";

    public static final String WATCH_BEGUN = "supervision.watched";
    public static final String WHISPERED = "supervision.whispered";
    public static final String TAKEN_OVER = "supervision.taken-over";
    /** A supervisor gave who waited to an agent. */
    public static final String QUEUE_ASSIGNED = "supervision.queue-assigned";
    /** A supervisor put who waited first, or back to where the rules place them. */
    public static final String QUEUE_MOVED = "supervision.queue-moved";

    /** A ticket goes on in another, or for itself again; details say which. */
    public static final String TICKETS_MERGED = "tickets.merged";
    /** Kinds of tickets, their steps or fields. */
    public static final String TICKET_KINDS_CHANGED = "ticket-kinds.changed";

    public static final String ROUTING_CHANGED = "routing.changed";
    public static final String WISH_WORD_ADDED = "wish-word.added";
    public static final String WISH_WORD_REMOVED = "wish-word.removed";
    /** A supervisor declared what customers are told before anything else; details are in the incident's own timeline. */
    public static final String INCIDENT_DECLARED = "incident.declared";
    /** Its words, scope or time; the subject is {@code incident:<id>}. */
    public static final String INCIDENT_CHANGED = "incident.changed";

    public static final String INCIDENT_RECOVERED = "incident.recovered";

    public static final String WATCH_RULE_ADDED = "watch-rule.added";
    public static final String WATCH_RULE_REMOVED = "watch-rule.removed";
    public static final String SPEECH_ACT_ADDED = "speech-act.added";
    public static final String SPEECH_ACT_REMOVED = "speech-act.removed";
    public static final String PHRASE_ADDED = "phrase.added";
    public static final String PHRASE_CHANGED = "phrase.changed";
    public static final String PHRASE_REMOVED = "phrase.removed";

    public static final String ARTICLE_PUBLISHED = "knowledge.published";
    public static final String ARTICLE_ARCHIVED = "knowledge.archived";
    /** An earlier revision became a draft again. */
    public static final String ARTICLE_RESTORED = "knowledge.restored";

    public static final String ARTICLE_SUBMITTED = "knowledge.submitted";
    public static final String ARTICLE_APPROVED = "knowledge.approved";
    public static final String ARTICLE_SENT_BACK = "knowledge.sent-back";
    public static final String ARTICLE_SCHEDULED = "knowledge.scheduled";
    public static final String ARTICLE_UNSCHEDULED = "knowledge.unscheduled";
    /** A scheduled revision, by itself at its moment. */
    public static final String ARTICLE_WENT_LIVE = "knowledge.went-live";
    /** Taken away at once, with a reason; somebody else looks at it afterwards. */
    public static final String ARTICLE_PULLED = "knowledge.pulled";
    /** Corrected at once without a review, with a reason; somebody else looks at it afterwards. */
    public static final String ARTICLE_CORRECTED = "knowledge.corrected";
    /** Somebody else has looked at it. */
    public static final String ARTICLE_CONFIRMED = "knowledge.confirmed";
    /** Several articles at once; the subject is {@code publish-set:<id>}. */
    public static final String PUBLISH_SET_PUBLISHED = "knowledge.set-published";
    /** Somebody has looked at what publishing breaks, and signed; details say of what, and how many. */
    public static final String PUBLISHING_SIGNED = "knowledge.signed";
    /** Many articles by one request; details say what and how many. */
    public static final String ARTICLES_CHANGED = "knowledge.bulk-changed";

    public static final String ARTICLES_CHANGE_UNDONE = "knowledge.bulk-undone";
    /** A named value that answers are filled with; the subject of a change is {@code snippet:<id>}. */
    public static final String SNIPPET_ADDED = "knowledge.snippet-added";

    public static final String SNIPPET_CHANGED = "knowledge.snippet-changed";
    /** Somebody else has looked at what was proposed, or done at once. */
    public static final String SNIPPET_CONFIRMED = "knowledge.snippet-confirmed";

    public static final String SNIPPET_WITHDRAWN = "knowledge.snippet-withdrawn";
    public static final String SNIPPET_REMOVED = "knowledge.snippet-removed";
    /** Whether four eyes hold. */
    public static final String REVIEW_RULE_CHANGED = "knowledge.review-rule";

    /** From files, published at once by an operator; details count. */
    public static final String KNOWLEDGE_IMPORTED = "knowledge.imported";
    /** From files, as drafts; the subject is {@code import:<id>}, details count its rows. */
    public static final String KNOWLEDGE_DRAFTS_IMPORTED = "knowledge.drafts-imported";
    /** The drafts of an import were discarded. */
    public static final String KNOWLEDGE_IMPORT_UNDONE = "knowledge.import-undone";
    /** All knowledge, or a part of it, was written to a file. */
    public static final String KNOWLEDGE_EXPORTED = "export.knowledge";

    /** A new version of the brand. */
    public static final String BRAND_CHANGED = "brand.changed";

    /** The starter knowledge was brought, or brought back. */
    public static final String STARTER_IMPORTED = "starter.imported";

    public static final String STARTER_DECLINED = "starter.declined";
    public static final String STARTER_REMOVED = "starter.removed";

    /** A system's key; the subject is {@code api-key:<id>}, details say its name and scopes. */
    public static final String API_KEY_CREATED = "api-key.created";

    public static final String API_KEY_REVOKED = "api-key.revoked";

    /** An account of WeChat; the subject is {@code wechat-account:<id>}, details say its kind and AppID. */
    public static final String WECHAT_ACCOUNT_ADDED = "wechat.account.added";

    public static final String WECHAT_ACCOUNT_CHANGED = "wechat.account.changed";
    public static final String WECHAT_ACCOUNT_ENABLED = "wechat.account.enabled";
    public static final String WECHAT_ACCOUNT_DISABLED = "wechat.account.disabled";
    public static final String WECHAT_ACCOUNT_REMOVED = "wechat.account.removed";
    public static final String WECHAT_ACCOUNT_RESTORED = "wechat.account.restored";

    public static final String WECHAT_TEMPLATE_ADDED = "wechat.template.added";
    public static final String WECHAT_TEMPLATE_REMOVED = "wechat.template.removed";
    public static final String WECHAT_TEMPLATE_RESTORED = "wechat.template.restored";

    /** An address of another system that is told; details say its host and of what. */
    public static final String WEBHOOK_ADDED = "webhook.added";

    public static final String WEBHOOK_REMOVED = "webhook.removed";

    /** A conversation with its scores; the subject is {@code conversation:<id>}. */
    public static final String SCORE_READ = "score.read";

    /** A rule is switched on or off, or is otherwise set; the subject is {@code alarm-rule:<rule>}. */
    public static final String ALARM_RULE_CHANGED = "alarm.rule-changed";

    public static final String ALARM_ACKNOWLEDGED = "alarm.acknowledged";
    public static final String ALARM_CLOSED = "alarm.closed";
    public static final String ALARM_REOPENED = "alarm.reopened";
    public static final String ALARM_MUTED = "alarm.muted";

    /** What was found is looked into; the subject is {@code review:<id>}, as of the others of these. */
    public static final String REVIEW_OPENED = "review.opened";

    public static final String REVIEW_ANALYSED = "review.analysed";
    public static final String REVIEW_MEASURE_CHANGED = "review.measure-changed";
    public static final String REVIEW_JUDGED = "review.judged";
    public static final String REVIEW_MOVED = "review.moved";

    public static final String CRITERIA_CHANGED = "score.criteria-changed";
    /** Conversations of an older version are scored again. */
    public static final String SCORES_RENEWED = "score.renewed";
    /** An agent objects to a finding; the subject is {@code conversation:<id>}, details say the criterion. */
    public static final String SCORE_APPEALED = "score.appealed";

    /** Details say whether the finding was overturned. */
    public static final String SCORE_APPEAL_DECIDED = "score.appeal-decided";

    /** A kept report is gone; the subject is {@code report:<id>}, details say its month or quarter. */
    public static final String REPORT_DELETED = "report.deleted";

    /** Which reports are made by themselves and how many get them. */
    public static final String REPORTS_SCHEDULED = "report.scheduled";

    /** Silent dissatisfaction about one thing was made a knowledge gap; the subject is {@code gap:<id>}. */
    public static final String SILENCE_TO_GAP = "silence.to-gap";

    /** Somebody who judges it blind looked at a conversation; the subject is {@code calibration:<id of the case>}. */
    public static final String CALIBRATION_READ = "calibration.read";
    /** The subject is {@code conversation:<id>}; details say the criterion, not the verdict. */
    public static final String CALIBRATION_JUDGED = "calibration.judged";

    public static final String CALIBRATION_HANDED_IN = "calibration.handed-in";
    /** What two saw differently was resolved. */
    public static final String CALIBRATION_RESOLVED = "calibration.resolved";

    public static final String CALIBRATION_RULE_CHANGED = "calibration.rule-changed";

    public static final String RATINGS_EXPORTED = "export.ratings";
    public static final String TICKETS_EXPORTED = "export.tickets";
    public static final String AUDIT_EXPORTED = "export.audit";
    public static final String AUDIT_VERIFIED = "audit.verified";

    /** Everything about one customer was handed out. */
    public static final String CUSTOMER_EXPORTED = "customer.exported";
    /** Everything about one customer was erased; details count it. */
    public static final String CUSTOMER_ERASED = "customer.erased";

    public static final String CUSTOMER_SEARCHED = "customer.searched";
    public static final String HOLD_SET = "hold.set";
    public static final String HOLD_LIFTED = "hold.lifted";
    /** A round of retention removed something; details count it by kind. */
    public static final String RETENTION_RAN = "retention.ran";

    private AuditKind() {}
}
