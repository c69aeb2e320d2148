package vn.lienthong.simulator.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Closes WireMock's own admin calls: one of them could take the twins away from under everybody. */
final class ClosedAdmin implements AdminRequestFilterV2 {
    @Override
    public String getName() {
        return "closed-admin";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        return RequestFilterAction.stopWith(aResponse().withStatus(404).build());
    }
}
