package io.github.camelajo.benchmarks.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelajo.benchmarks.server.ServerProcess;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Ways to read all items of a long list, page by page. */
public final class Listing {

    public static final int PAGE_SIZE = 1000;

    private static final String URI_OF_ITERATOR =
            "ajo:suppression-address?operation=list&paging=iterator&pageSize=" + PAGE_SIZE;

    private Listing() {}

    /** Hands over the items one by one and tells how many there were. */
    public interface Reader {
        long read(Consumer<Object> items) throws Exception;
    }

    /** The iterator that {@code paging=iterator} gives, read in a processor of the route. */
    public static Reader iterator(ServerProcess server) {
        DefaultCamelContext context = context(server);
        return consumer -> {
            long[] count = new long[1];
            send(context, exchange -> {
                Iterator<?> items = exchange.getMessage().getBody(Iterator.class);
                while (items.hasNext()) {
                    consumer.accept(items.next());
                    count[0]++;
                }
            });
            return count[0];
        };
    }

    /** The first item that {@code paging=iterator} gives; the others are left. */
    public static Reader firstOfIterator(ServerProcess server) {
        DefaultCamelContext context = context(server);
        return consumer -> {
            send(
                    context,
                    exchange -> consumer.accept(
                            exchange.getMessage().getBody(Iterator.class).next()));
            return 1;
        };
    }

    private static DefaultCamelContext context(ServerProcess server) {
        DefaultCamelContext context = CamelSetup.context(server, 0, 20);
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:list").to(URI_OF_ITERATOR).process(exchange -> reader(exchange)
                            .accept(exchange));
                    from("direct:split")
                            .to(URI_OF_ITERATOR)
                            .split(body())
                            .streaming()
                            .process(exchange -> reader(exchange).accept(exchange));
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        context.start();
        return context;
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Exchange> reader(Exchange exchange) {
        return exchange.getProperty("reader", Consumer.class);
    }

    private static void send(CamelContext context, Consumer<Exchange> reader) throws Exception {
        send(context, "direct:list", reader);
    }

    private static void send(CamelContext context, String entrance, Consumer<Exchange> reader) throws Exception {
        Exchange result =
                context.createProducerTemplate().send(entrance, exchange -> exchange.setProperty("reader", reader));
        if (result.getException() != null) {
            throw result.getException();
        }
    }

    /** The same iterator taken apart by {@code split().streaming()}: each item is an exchange of its own. */
    public static Reader split(ServerProcess server) {
        DefaultCamelContext context = context(server);
        return consumer -> {
            long[] count = new long[1];
            send(context, "direct:split", exchange -> {
                consumer.accept(exchange.getMessage().getBody());
                count[0]++;
            });
            return count[0];
        };
    }

    /** HttpClient and Jackson, item by item, one page after the other. */
    public static Reader jackson(ServerProcess server) {
        CloseableHttpClient client = BareClients.classic(2);
        return consumer -> {
            long count = 0;
            String next = "0";
            while (next != null) {
                try (ClassicHttpResponse response = client.executeOpen(null, get(server, next), null);
                        InputStream content = response.getEntity().getContent();
                        JsonParser parser = Call.MAPPER.createParser(content)) {
                    next = null;
                    while (parser.nextToken() != null) {
                        if ("items".equals(parser.currentName()) && parser.currentToken() == JsonToken.START_ARRAY) {
                            while (parser.nextToken() != JsonToken.END_ARRAY) {
                                consumer.accept(Call.MAPPER.readValue(parser, Object.class));
                                count++;
                            }
                        } else if ("next".equals(parser.currentName())
                                && parser.currentToken() == JsonToken.VALUE_STRING) {
                            next = parser.getText();
                        }
                    }
                }
            }
            return count;
        };
    }

    /** All pages read into one list before the first item is looked at. */
    public static Reader whole(ServerProcess server) {
        CloseableHttpClient client = BareClients.classic(2);
        return consumer -> {
            List<Object> all = new ArrayList<>();
            String next = "0";
            while (next != null) {
                Map<?, ?> page = page(client, server, next);
                all.addAll((List<?>) page.get("items"));
                next = (String) ((Map<?, ?>) page.get("_page")).get("next");
            }
            all.forEach(consumer);
            return all.size();
        };
    }

    /** One page, read as a whole. */
    public static Reader onePage(ServerProcess server) {
        CloseableHttpClient client = BareClients.classic(2);
        return consumer -> {
            consumer.accept(((List<?>) page(client, server, "0").get("items")).get(0));
            return 1;
        };
    }

    private static Map<?, ?> page(CloseableHttpClient client, ServerProcess server, String start) throws IOException {
        try (ClassicHttpResponse response = client.executeOpen(null, get(server, start), null);
                InputStream content = response.getEntity().getContent()) {
            return Call.MAPPER.readValue(content, Map.class);
        }
    }

    private static HttpGet get(ServerProcess server, String start) {
        HttpGet get = new HttpGet(URI.create(server.baseUrl(0)
                + OperationCatalog.require("suppression-address", "list").path() + "?limit=" + PAGE_SIZE + "&start="
                + start));
        Call.headers().forEach(get::addHeader);
        get.addHeader("Authorization", Call.bearer());
        return get;
    }
}
