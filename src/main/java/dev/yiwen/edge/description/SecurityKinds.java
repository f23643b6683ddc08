package dev.yiwen.edge.description;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The ways to say who one is. */
final class SecurityKinds {
    private static final String SESSION = "session";
    private static final String CUSTOMER = "customer";
    private static final String API_KEY = "apiKey";
    private static final String TELEPHONY = "telephony";

    private SecurityKinds() {}

    /** @param secure whether people come over TLS, when the cookie has another name */
    static void addTo(Components components, boolean secure) {
        components.setSecuritySchemes(null);
        components.addSecurityScheme(
                SESSION,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name(secure ? "__Host-yiwen_session" : "yiwen_session")
                        .description("A member of staff who has signed in at POST /api/v1/session."));
        components.addSecurityScheme(
                CUSTOMER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A customer: a visitor's token, or one that the host application signed."));
        components.addSecurityScheme(
                API_KEY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("yw_…")
                        .description("A system, with an API key that an administrator made on /integrations."));
        components.addSecurityScheme(
                TELEPHONY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The telephony system, with the token YIWEN_VOICE_TOKEN."));
    }

    static void require(Operation operation, WhoMay.Callers who) {
        var any = new ArrayList<SecurityRequirement>();
        if (who.staff()) {
            any.add(OASFactory.createSecurityRequirement().addScheme(SESSION));
        }
        if (who.customers()) {
            any.add(OASFactory.createSecurityRequirement().addScheme(CUSTOMER));
        }
        if (who.systems()) {
            any.add(OASFactory.createSecurityRequirement().addScheme(API_KEY));
        }
        if (who.telephony()) {
            any.add(OASFactory.createSecurityRequirement().addScheme(TELEPHONY));
        }
        operation.setSecurity(any.isEmpty() ? List.of() : List.copyOf(any));
    }
}
