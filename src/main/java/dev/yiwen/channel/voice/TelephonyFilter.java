package dev.yiwen.channel.voice;

import dev.yiwen.shared.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets nobody report calls over HTTP but the telephony system. The token comes in the header alone: addresses end up in logs. */
@Provider
@TelephonyOnly
class TelephonyFilter implements ContainerRequestFilter {
    private final VoiceGate gate;

    @Inject
    TelephonyFilter(VoiceGate gate) {
        this.gate = gate;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!gate.opens(VoiceGate.bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION)))) {
            throw new Problem(
                    Problem.Kind.UNAUTHENTICATED, "Send the telephony system's token: Authorization: Bearer …");
        }
    }
}
