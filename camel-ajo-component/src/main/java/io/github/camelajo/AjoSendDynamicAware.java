package io.github.camelajo;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.SendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Lets {@code toD("ajo:campaign?operation=get&id=${body}")} use one endpoint for all identifiers. Parameters of the URI
 * that the operation accepts as headers become headers for the time of the call. The URI decides what is called:
 * headers of these names that the message had before do not count, and are restored afterwards.
 *
 * <p>
 * What cannot become a header stays in the URI, and the message has an endpoint of its own as without this class.
 * </p>
 */
@SendDynamic("ajo")
public class AjoSendDynamicAware extends ServiceSupport implements SendDynamicAware {

    private CamelContext camelContext;
    private String scheme;

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        Message message = exchange.getMessage();
        DynamicUri read = DynamicUri.read(camelContext, scheme, uri, message.getHeader(AjoConstants.PARAMETERS));
        if (read == null || !takesHeaders(message)) {
            return null;
        }
        return new Call(uri, originalUri, read);
    }

    /** Checked now, because it is too late in the processor: Camel makes the call even if that one fails. */
    private static boolean takesHeaders(Message message) {
        try {
            message.getHeaders().putAll(Map.of());
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return ((Call) entry).uri.staticUri();
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return ((Call) entry).headers::set;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return ((Call) entry).headers::restore;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** One message on its way through one {@code toD}. */
    private static final class Call extends DynamicAwareEntry {

        private final DynamicUri uri;
        private final LentHeaders headers;

        Call(String uri, String originalUri, DynamicUri read) {
            super(uri, originalUri, Map.of(), Map.of());
            this.uri = read;
            this.headers = new LentHeaders(read.headers());
        }
    }
}
