package io.github.camelajo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.model.Recipient;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Collects messages to single recipients into calls of up to 20, which is what one call of {@code ajo:message} takes. Bodies
 * are as for {@code triggerUnitary}: a Map with {@code campaignId} and {@code recipients}. Correlate by the campaign:
 *
 * <pre>
 * from("kafka:mails")
 *     .aggregate(simple("${body[campaignId]}"), new RecipientBatch()).completionTimeout(500).eagerCheckCompletion()
 *     .to("ajo:message?operation=triggerUnitary&amp;answerPerRecipient=true")
 * </pre>
 *
 * <p>Adobe refuses a call that names a recipient twice. A second message to somebody goes into the next call, and a message
 * that names somebody twice fails alone.
 *
 * <p>A batch is a message of its own: request identifiers of the single messages are dropped, and the call makes a new one.
 */
public class RecipientBatch implements AggregationStrategy {

    /** The most recipients that Adobe takes in one call. */
    public static final int MAX_RECIPIENTS = 20;

    private static final String RECIPIENTS = "recipients";
    private static final String CAMPAIGN = "campaignId";
    private static final String USER_ID = "userId";
    private static final String NAMESPACE = "namespace";

    @Override
    public boolean canPreComplete() {
        return true;
    }

    /** Ends a batch before it would have too many recipients, or one of them twice. */
    @Override
    public boolean preComplete(Exchange batch, Exchange next) {
        if (batch == null) {
            return false;
        }
        Collection<?> there = recipients(batch);
        Collection<?> added = recipients(next);
        return there.size() + added.size() > MAX_RECIPIENTS || !Collections.disjoint(keys(there), keys(added));
    }

    @Override
    public Exchange aggregate(Exchange batch, Exchange next) {
        Collection<?> added = recipients(next);
        List<List<String>> keys = keys(added);
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("A message of a batch names a recipient twice, which Adobe refuses");
        }
        if (batch == null) {
            Map<Object, Object> body = new LinkedHashMap<>(body(next));
            body.remove("requestId");
            body.put(RECIPIENTS, new ArrayList<>(recipients(next)));
            next.getMessage().setBody(body);
            return completedIfFull(next);
        }
        Object campaign = body(batch).get(CAMPAIGN);
        if (campaign != null && !campaign.equals(body(next).get(CAMPAIGN))) {
            throw new IllegalArgumentException(
                    "All messages of a batch must be of one campaign: correlate by campaignId");
        }
        List<Object> all = new ArrayList<>(recipients(batch));
        all.addAll(recipients(next));
        Map<Object, Object> body = new LinkedHashMap<>(body(batch));
        body.put(RECIPIENTS, all);
        batch.getMessage().setBody(body);
        return completedIfFull(batch);
    }

    private static Exchange completedIfFull(Exchange batch) {
        if (recipients(batch).size() >= MAX_RECIPIENTS) {
            batch.setProperty(Exchange.AGGREGATION_COMPLETE_CURRENT_GROUP, true);
        }
        return batch;
    }

    private static Map<?, ?> body(Exchange exchange) {
        Map<?, ?> body = exchange.getMessage().getBody(Map.class);
        if (body == null) {
            throw new IllegalArgumentException("A batch takes Maps with campaignId and recipients");
        }
        return body;
    }

    /**
     * What tells recipients apart: who it is, as known in a namespace. One without is refused when the batch is sent, and not
     * here.
     */
    private static List<List<String>> keys(Collection<?> recipients) {
        List<List<String>> keys = new ArrayList<>();
        for (Object recipient : recipients) {
            List<String> key = null;
            if (recipient instanceof Map<?, ?> map) {
                key = key(map.get(USER_ID), map.get(NAMESPACE));
            } else if (recipient instanceof Recipient known) {
                key = key(known.userId(), known.namespace());
            } else if (recipient instanceof JsonNode node) {
                key = key(node.path(USER_ID).asText(null), node.path(NAMESPACE).asText(null));
            }
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static List<String> key(Object userId, Object namespace) {
        return userId == null ? null : List.of(userId.toString(), Objects.toString(namespace, ""));
    }

    private static Collection<?> recipients(Exchange exchange) {
        Object recipients = body(exchange).get(RECIPIENTS);
        if (recipients instanceof Collection<?> several) {
            return several;
        }
        throw new IllegalArgumentException("A message of a batch has no list of recipients");
    }
}
