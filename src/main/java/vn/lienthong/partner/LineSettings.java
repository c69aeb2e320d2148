package vn.lienthong.partner;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How the connections to a partner are made. An idle connection is looked at before it is used again and closed early: a
 * request written into a connection that the other side just closed would have to be asked about.
 */
final class LineSettings {
    private static final TimeValue CHECKED_AFTER = TimeValue.ofMilliseconds(300);
    private static final TimeValue CLOSED_AFTER = TimeValue.ofSeconds(10);

    private LineSettings() {}

    static CloseableHttpClient client(Partner partner) {
        // each kind sends and asks, and an account may sign in
        int most = partner.concurrency() * Math.max(1, partner.kinds().size()) * 2 + 2;
        Timeout connect = Timeout.of(partner.connectTimeout());
        Timeout read = Timeout.of(partner.readTimeout());
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(most)
                .setMaxConnTotal(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(read)
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(read)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setExpectContinueEnabled(false)
                        .build())
                .setUserAgent("LienThong")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(CLOSED_AFTER)
                .build();
    }
}
