package io.github.camelajo.internal.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.internal.request.BaseUrl;

/**
 * Where events go.
 *
 * @param host         the host, with what stands before {@code /collection}
 * @param connectionId the inlet, if the address names one; otherwise {@code null}
 */
public record EventAddress(BaseUrl host, String connectionId) {

    private static final Pattern INLET = Pattern.compile("(.*)/collection/(?:batch/)?([^/]+)/?");

    /**
     * Reads an address: that of a host, or the whole address of an inlet as the streaming connection shows it.
     *
     * @param  allowInsecure            whether http is taken for hosts other than this machine
     * @throws IllegalArgumentException when it is no address that events can go to
     */
    public static EventAddress parse(String url, boolean allowInsecure) {
        BaseUrl whole = BaseUrl.parse("eventUrl", url, allowInsecure);
        Matcher inlet = INLET.matcher(whole.prefix());
        return inlet.matches()
                ? new EventAddress(new BaseUrl(whole.host(), inlet.group(1)), inlet.group(2))
                : new EventAddress(whole, null);
    }
}
