package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.camelajo.internal.storage.ClaimRequest;

/** Chooses the items of the next batch of a lane. Each select takes the rows that it returns away from other claims. */
final class OutboxCandidates {

    /** How many batches' worth of items a claim looks at together to find different recipients. */
    private static final int WINDOW = 5;

    /** Bounds how many rows one claim looks at. */
    private static final int MAX_WINDOWS = 20;

    private static final String COLUMNS = "i.id, i.due_at, i.recipient_hash, i.payload_hash, i.call_group";

    private final Sql sql;

    OutboxCandidates(Sql sql) {
        this.sql = sql;
    }

    List<Candidate> choose(Connection connection, ClaimRequest request) throws SQLException {
        List<Candidate> chosen = new ArrayList<>();
        Set<String> recipients = new HashSet<>();
        long dueAfter = Long.MIN_VALUE;
        long idAfter = Long.MIN_VALUE;
        int window = request.distinctRecipients() ? request.size() * WINDOW : request.size();
        for (int i = 0; i < MAX_WINDOWS && chosen.size() < request.size(); i++) {
            List<Candidate> found = window(connection, request, chosen, recipients, dueAfter, idAfter, window);
            for (Candidate each : found) {
                if (!chosen.isEmpty() && !Objects.equals(chosen.get(0).group(), each.group())) {
                    continue;
                }
                boolean fits =
                        !request.distinctRecipients() || each.recipient() == null || recipients.add(each.recipient());
                if (fits && chosen.size() < request.size()) {
                    chosen.add(each);
                }
            }
            if (found.size() < window) {
                break;
            }
            dueAfter = found.get(found.size() - 1).dueAt();
            idAfter = found.get(found.size() - 1).id();
        }
        return chosen;
    }

    /**
     * Returns the next items by due time. From the second window on it leaves out recipients that are chosen already,
     * and items of other groups.
     */
    private List<Candidate> window(
            Connection connection,
            ClaimRequest request,
            List<Candidate> chosen,
            Set<String> recipients,
            long dueAfter,
            long idAfter,
            int size)
            throws SQLException {
        StringBuilder statement = new StringBuilder("SELECT " + COLUMNS
                + " FROM ajo_outbox_item i WHERE i.lane = ? AND i.state = 'N' AND i.due_at <= {now}");
        List<Object> parameters = new ArrayList<>(List.of(request.lane()));
        if (idAfter > Long.MIN_VALUE) {
            statement.append(" AND i.due_at >= ? AND (i.due_at > ? OR i.id > ?)");
            parameters.addAll(List.of(dueAfter, dueAfter, idAfter));
        }
        if (request.distinctRecipients() && !recipients.isEmpty()) {
            statement.append(" AND (i.recipient_hash IS NULL OR NOT i.recipient_hash = ANY(?))");
            parameters.add(recipients.toArray(String[]::new));
        }
        if (!chosen.isEmpty()) {
            String group = chosen.get(0).group();
            statement.append(group == null ? " AND i.call_group IS NULL" : " AND i.call_group = ?");
            if (group != null) {
                parameters.add(group);
            }
        }
        if (request.ordered()) {
            statement
                    .append(
                            " AND (i.order_key IS NULL OR NOT EXISTS (SELECT 1 FROM ajo_outbox_item b WHERE b.lane = i.lane"
                                    + " AND b.order_key = i.order_key AND b.id < i.id AND b.state IN ("
                                    + (request.unknownBlocks() ? "'N', 'C', 'U'" : "'N', 'C'") + ")")
                    // Without this condition the database would not use the partial index.
                    .append(" AND b.state IN ('N', 'C', 'U')))");
        }
        statement.append(" ORDER BY i.due_at, i.id LIMIT ? {claim}");
        parameters.add(size);
        return sql.list(connection, statement.toString(), Candidate::read, parameters.toArray());
    }

    /** The items that a batch is calling, in their order. */
    List<Candidate> calling(Connection connection, long batchId) throws SQLException {
        return sql.list(
                connection,
                "SELECT " + COLUMNS
                        + " FROM ajo_outbox_item i WHERE i.batch_id = ? AND i.state = 'C' ORDER BY i.batch_pos",
                Candidate::read,
                batchId);
    }

    /** An item that may go into a batch. */
    record Candidate(long id, long dueAt, String recipient, String payloadHash, String group) {
        static Candidate read(ResultSet row) throws SQLException {
            return new Candidate(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
        }
    }
}
