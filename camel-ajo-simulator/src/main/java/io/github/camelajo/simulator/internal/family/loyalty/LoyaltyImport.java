package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * One import of the product catalogue.
 *
 * @param number  its place in the order of creation
 * @param rows    the rows that can be stored
 * @param failed  the rows that cannot: {@code {rowData, reason}}
 * @param failure how the whole import will fail; {@code null} if it will succeed
 * @param applied whether the rows are in the catalogue
 * @param by      the client that started it
 */
record LoyaltyImport(
        String id,
        long number,
        String fileName,
        boolean replaceAll,
        Jobs.Progress progress,
        List<ObjectNode> rows,
        List<ObjectNode> failed,
        Jobs.Failure failure,
        boolean applied,
        String by) {

    static final List<String> STATES = List.of("PENDING", "RUNNING", "COMPLETED");

    LoyaltyImport done() {
        return new LoyaltyImport(id, number, fileName, replaceAll, progress, rows, failed, failure, true, by);
    }

    String status() {
        return failure != null && progress.ended() ? "FAILED" : STATES.get(progress.peek());
    }

    ObjectNode toJson() {
        boolean ended = progress.ended();
        ObjectNode json = Json.object()
                .put("jobId", id)
                .put("fileName", fileName)
                .put("status", status())
                .put("createdAt", progress.startedAt().toString())
                .put("updatedAt", progress.reachedAt().toString());
        if (ended && failure != null) {
            json.put("errorCode", "IMPORT_FAILED").put("errorMessage", failure.reason());
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
