package io.github.camelajo.simulator;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One import of the product catalogue.
 *
 * @param number  place in the order of creation
 * @param rows    rows that can be stored
 * @param failed  rows that cannot: {@code {rowData, reason}}
 * @param failure why the whole import fails; {@code null} if it does not
 * @param applied whether the rows are in the catalogue
 * @param updated when the state was last seen to change
 */
record LoyaltyImport(
        String id,
        long number,
        String fileName,
        boolean replaceAll,
        PollSteps steps,
        List<ObjectNode> rows,
        List<ObjectNode> failed,
        String failure,
        boolean applied,
        String by,
        Instant updated) {

    private static final List<String> STATES = List.of("PENDING", "RUNNING", "COMPLETED");

    LoyaltyImport polled(Instant now) {
        return new LoyaltyImport(
                id,
                number,
                fileName,
                replaceAll,
                steps.polled(),
                rows,
                failed,
                failure,
                applied,
                by,
                steps.polled().state(now) == steps.state(now) ? updated : now);
    }

    LoyaltyImport done(Instant now) {
        return new LoyaltyImport(id, number, fileName, replaceAll, steps, rows, failed, failure, true, by, now);
    }

    ObjectNode toJson(Instant now) {
        int state = steps.state(now);
        boolean ended = steps.ended(now);
        ObjectNode json = Json.object()
                .put("jobId", id)
                .put("fileName", fileName)
                .put("status", ended && failure != null ? "FAILED" : STATES.get(state))
                .put("createdAt", steps.startedAt().toString())
                .put("updatedAt", updated.toString());
        if (ended && failure != null) {
            json.put("errorCode", "IMPORT_FAILED").put("errorMessage", failure);
        }
        ObjectNode stats = json.putObject("stats");
        boolean counted = ended && failure == null;
        stats.put("rowsProcessed", counted ? rows.size() + failed.size() : 0)
                .put("rowsFailed", counted ? failed.size() : 0);
        ArrayNode failedRows = stats.putArray("failedRows");
        if (counted) {
            failedRows.addAll(failed);
        }
        return json.put("createdBy", by).put("updatedBy", by).put("replaceAll", replaceAll);
    }
}
