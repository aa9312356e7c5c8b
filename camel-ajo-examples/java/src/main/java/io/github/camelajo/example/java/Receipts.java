package io.github.camelajo.example.java;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.camel.Body;
import org.apache.camel.util.concurrent.ThreadType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps count of what became of each order, and tells when all have come to an end. */
public final class Receipts {

    private static final Logger LOG = LoggerFactory.getLogger("orders");

    private final int expected;
    private final Runnable whenComplete;
    private final Set<Object> executions = new LinkedHashSet<>();
    private int sent;
    private int failed;

    Receipts(int expected, Runnable whenComplete) {
        this.expected = expected;
        this.whenComplete = whenComplete;
    }

    /** An entry for each recipient of a call, as {@code answerPerRecipient=true} gives them. */
    public synchronized void sent(@Body List<Map<String, Object>> recipients) {
        recipients.forEach(recipient -> executions.add(recipient.get("executionId")));
        sent += recipients.size();
        complete();
    }

    /** A call that failed for good. */
    public synchronized void failed(@Body Map<String, List<?>> call) {
        failed += call.get("recipients").size();
        complete();
    }

    private void complete() {
        if (sent + failed == expected) {
            LOG.info(
                    "{} confirmations went out in {} calls, {} failed, on {} threads",
                    sent,
                    executions.size(),
                    failed,
                    ThreadType.current().name().toLowerCase(Locale.ROOT));
            whenComplete.run();
        }
    }

    synchronized int sent() {
        return sent;
    }

    synchronized int failed() {
        return failed;
    }

    synchronized int calls() {
        return executions.size();
    }
}
