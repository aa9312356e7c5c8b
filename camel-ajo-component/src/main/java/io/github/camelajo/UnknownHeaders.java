package io.github.camelajo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.text.NearestName;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects headers that look like those of this component but are unknown. A misspelt condition would otherwise return
 * the whole list, and a misspelt sandbox would use another one.
 */
final class UnknownHeaders {

    /** Listed explicitly, because a native image keeps no list of the constants. */
    static final List<String> KNOWN = List.of(
            AjoConstants.OPERATION,
            AjoConstants.SANDBOX,
            AjoConstants.ID,
            AjoConstants.PARAMETERS,
            AjoConstants.IF_MATCH,
            AjoConstants.FILTER,
            AjoConstants.SORT,
            AjoConstants.FIELDS,
            AjoConstants.PAGE,
            AjoConstants.PAGE_SIZE,
            AjoConstants.ORDER_BY,
            AjoConstants.PROPERTY,
            AjoConstants.TYPE,
            AjoConstants.FULL,
            AjoConstants.CHANNEL,
            AjoConstants.INCLUDE,
            AjoConstants.FORCE_DELETE,
            AjoConstants.HTTP_METHOD,
            AjoConstants.PATH,
            AjoConstants.QUERY,
            AjoConstants.CONTENT_TYPE,
            AjoConstants.ACCEPT,
            AjoConstants.CHANGE,
            AjoConstants.CHANGED_AT,
            AjoConstants.CHANGES,
            AjoConstants.PLAN_FINGERPRINT,
            AjoConstants.SKIPPED,
            AjoConstants.STATUS_CODE,
            AjoConstants.REQUEST_ID,
            AjoConstants.ETAG,
            AjoConstants.LOCATION,
            AjoConstants.RESOURCE_ID,
            AjoConstants.NEXT_PAGE,
            AjoConstants.TOTAL_PAGES,
            AjoConstants.JOB_ID,
            AjoConstants.JOB_STATE,
            AjoConstants.JOB_PARTIAL,
            AjoConstants.RETRY_AFTER,
            AjoConstants.SYNC_VALIDATION,
            AjoConstants.OUTBOX_KEY,
            AjoConstants.OUTBOX_ORDER_KEY,
            AjoConstants.OUTBOX_RESULT,
            AjoConstants.OUTBOX_STATE,
            AjoConstants.OUTBOX_OUTCOME,
            AjoConstants.OUTBOX_REASON,
            AjoConstants.OUTBOX_ATTEMPTS,
            AjoConstants.OUTBOX_REQUEST_ID,
            AjoConstants.OUTBOX_LANE);

    private static final Logger LOG = LoggerFactory.getLogger(AjoProducer.class);
    private static final String PREFIX = "CamelAjo";
    /** The names come from messages, so they must not fill the log or the memory. */
    private static final int MOST = 100;

    private static final Set<String> EXACT = Set.copyOf(KNOWN);

    private final Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final boolean strict;

    UnknownHeaders(boolean strict) {
        this.strict = strict;
        known.addAll(KNOWN);
    }

    /**
     * Checks the names of the headers. Each wrong one is reported once.
     *
     * @throws AjoValidationException for a wrong one, when that is wanted
     */
    void check(Message message) {
        for (String header : message.getHeaders().keySet()) {
            if (header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                    && !EXACT.contains(header)
                    && !known.contains(header)) {
                tell(header);
            }
        }
    }

    private void tell(String header) {
        String nearest = NearestName.of(header, KNOWN);
        String problem =
                "There is no header " + printable(header) + (nearest == null ? "." : "; is " + nearest + " meant?");
        if (strict) {
            throw new AjoValidationException(
                    problem + " Nothing was sent, because strictHeaders=true refuses unknown headers",
                    ErrorDetails.none());
        }
        if (told.size() < MOST && told.add(header.toLowerCase(Locale.ROOT))) {
            LOG.warn("{} It has no effect. With strictHeaders=true such a message is refused", problem);
        }
    }

    /** The names come from outside and must stay on one line of the log. */
    private static String printable(String header) {
        String name = header.length() > 60 ? header.substring(0, 60) + "..." : header;
        return name.replaceAll("[^\\x21-\\x7E]", "?");
    }
}
