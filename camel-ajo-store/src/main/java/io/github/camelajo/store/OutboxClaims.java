package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.spi.StoreException;

/** Puts items into batches, and takes them out again. */
final class OutboxClaims {

    /** How many batches' worth of items a claim looks at together to find different recipients. */
    private static final int WINDOW = 5;

    /** Bounds how many rows one claim looks at. */
    private static final int MAX_WINDOWS = 20;

    /** How many incomplete batches one claim parks before it gives up. An operator has discarded items of them. */
    private static final int MAX_PARKED = 20;

    private static final String INSERT_BATCH =
            "INSERT INTO ajo_outbox_batch (lane, request_id, parent_id, owner, sends, state,"
                    + " size, body_hash, resend_at, told_pos, version, sent, status, opened_at)"
                    + " VALUES (?, ?, ?, ?, 1, 'O', ?, ?, 0, 0, 0, 0, 0, {now})";

    private static final String TAKE_ITEM = "UPDATE ajo_outbox_item SET state = 'C', batch_id = ?, batch_pos = ?,"
            + " attempts = attempts + 1, changed_at = {now}, outcome_id = NULL, outcome_text = NULL WHERE id = ? AND state = 'N'";

    private final StoreContext context;
    private final Sql sql;
    private final Instance instance;
    private final Payloads payloads;
    private final OutboxLanes lanes;
    private final OutboxSweeps sweeps;

    /** Batches that may have been claimed: the connection was lost during the commit. The next claim finds out. */
    private final Queue<Doubt> doubts = new ConcurrentLinkedQueue<>();

    OutboxClaims(StoreContext context, Instance instance, Payloads payloads, OutboxLanes lanes, OutboxSweeps sweeps) {
        this.context = context;
        this.sql = context.sql();
        this.instance = instance;
        this.payloads = payloads;
        this.lanes = lanes;
        this.sweeps = sweeps;
    }

    Optional<OutboxBatch> claim(ClaimRequest request) {
        if (!instance.isAlive()) {
            return Optional.empty();
        }
        Optional<OutboxBatch> doubtful = settleDoubt(request.lane());
        if (doubtful.isPresent()) {
            return doubtful;
        }
        String owner = instance.id();
        Optional<OutboxBatch> claimed = inDoubt("claim a batch", made -> connection -> {
            sql.dialect().lockClaims(connection, sql);
            if (!lanes.isOpen(connection, request.lane())) {
                return Optional.empty();
            }
            List<Candidate> chosen = choose(connection, request);
            return chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(made.add(newBatch(connection, request.lane(), null, owner, chosen)));
        });
        if (claimed.isPresent()) {
            context.crashPoints().reached(CrashPoints.CLAIMED);
        }
        return claimed;
    }

    private List<Candidate> choose(Connection connection, ClaimRequest request) throws SQLException {
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
        StringBuilder statement =
                new StringBuilder("SELECT i.id, i.due_at, i.recipient_hash, i.payload_hash, i.call_group"
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

    private OutboxBatch newBatch(
            Connection connection, String lane, Long parent, String owner, List<Candidate> candidates)
            throws SQLException {
        String requestId = UUID.randomUUID().toString();
        long id = sql.insert(
                connection,
                INSERT_BATCH,
                lane,
                requestId,
                parent,
                owner,
                candidates.size(),
                bodyHash(candidates.stream().map(Candidate::payloadHash).toList()));
        List<Object[]> rows = new ArrayList<>();
        for (Candidate each : candidates) {
            rows.add(new Object[] {id, rows.size(), each.id()});
        }
        for (int updated : sql.batch(connection, TAKE_ITEM, rows)) {
            if (updated != 1) {
                // Only on H2: an operator has discarded the item since it was read. The claim is repeated.
                throw new SQLException("An item has left while it was claimed", "40001");
            }
        }
        return new OutboxBatch(id, lane, requestId, owner, 1, items(connection, id));
    }

    private String bodyHash(List<String> payloadHashes) {
        return context.hash().of(String.join("\n", payloadHashes));
    }

    private List<ClaimedItem> items(Connection connection, long batchId) throws SQLException {
        return sql.list(
                connection,
                "SELECT id, item_key, payload, cipher_key, attempts FROM ajo_outbox_item WHERE batch_id = ? ORDER BY batch_pos",
                row -> new ClaimedItem(
                        row.getLong(1),
                        row.getString(2),
                        payloads.read(row.getString(3), row.getString(4)),
                        row.getInt(5)),
                batchId);
    }

    Optional<OutboxBatch> takeOver(String lane) {
        if (!instance.isAlive()) {
            return Optional.empty();
        }
        sweeps.buryTheDead();
        String owner = instance.id();
        for (int i = 0; i < MAX_PARKED; i++) {
            Taken taken =
                    context.transactions().run("take a batch over", connection -> takeOver(connection, lane, owner));
            if (taken.batch() != null) {
                context.crashPoints().reached(CrashPoints.CLAIMED);
                return Optional.of(taken.batch());
            }
            if (!taken.parked()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Taken takeOver(Connection connection, String lane, String owner) throws SQLException {
        sql.dialect().lockClaims(connection, sql);
        if (!lanes.isOpenForResend(connection, lane)) {
            return Taken.NONE;
        }
        Optional<Open> found = sql.first(
                connection,
                "SELECT b.id, b.request_id, b.size, b.sends, b.body_hash FROM ajo_outbox_batch b WHERE b.lane = ? AND b.state = 'O'"
                        + " AND b.resend_at <= {now} AND NOT EXISTS (SELECT 1 FROM ajo_instance n WHERE n.id = b.owner)"
                        + " ORDER BY b.id LIMIT 1 {claim}",
                Open::read,
                lane);
        if (found.isEmpty()) {
            return Taken.NONE;
        }
        Open batch = found.get();
        List<String> hashes = sql.list(
                connection,
                "SELECT payload_hash FROM ajo_outbox_item WHERE batch_id = ? AND state = 'C' ORDER BY batch_pos",
                row -> row.getString(1),
                batch.id());
        if (hashes.size() != batch.size() || !bodyHash(hashes).equals(batch.bodyHash())) {
            sweeps.park(connection, batch.id());
            return new Taken(null, true);
        }
        sql.update(
                connection,
                "UPDATE ajo_outbox_batch SET owner = ?, sends = sends + 1, resend_at = 0 WHERE id = ?",
                owner,
                batch.id());
        sql.update(
                connection,
                "UPDATE ajo_outbox_item SET attempts = attempts + 1, changed_at = {now} WHERE batch_id = ? AND state = 'C'",
                batch.id());
        return new Taken(
                new OutboxBatch(
                        batch.id(), lane, batch.requestId(), owner, batch.sends() + 1, items(connection, batch.id())),
                false);
    }

    boolean giveBack(OutboxBatch batch) {
        return context.transactions().run("give a batch back", connection -> {
            if (!lockOpen(connection, batch)) {
                return false;
            }
            if (batch.sends() > 1) {
                sql.update(
                        connection,
                        "UPDATE ajo_outbox_item SET attempts = attempts - 1 WHERE batch_id = ? AND state = 'C'",
                        batch.id());
                sql.update(connection, "UPDATE ajo_outbox_batch SET owner = '' WHERE id = ?", batch.id());
                return true;
            }
            sql.update(
                    connection,
                    "UPDATE ajo_outbox_item SET state = 'N', attempts = attempts - 1, batch_id = NULL, batch_pos = NULL,"
                            + " changed_at = {now} WHERE batch_id = ? AND state = 'C'",
                    batch.id());
            sql.update(connection, "DELETE FROM ajo_outbox_batch WHERE id = ?", batch.id());
            return true;
        });
    }

    boolean resendLater(OutboxBatch batch, Duration delay) {
        return context.transactions()
                .run(
                        "keep a batch to be sent again",
                        connection -> lockOpen(connection, batch)
                                && 1
                                        == sql.update(
                                                connection,
                                                "UPDATE ajo_outbox_batch SET owner = '', resend_at = {now} + ? WHERE id = ?",
                                                delay.toMillis(),
                                                batch.id()));
    }

    List<OutboxBatch> halve(OutboxBatch batch) {
        if (batch.items().size() < 2) {
            throw new IllegalArgumentException("A batch of one item cannot be halved");
        }
        List<OutboxBatch> halves = inDoubt("halve a batch", made -> connection -> {
            if (!lockOpen(connection, batch)) {
                return List.of();
            }
            List<Candidate> items = sql.list(
                    connection,
                    "SELECT i.id, i.due_at, i.recipient_hash, i.payload_hash, i.call_group FROM ajo_outbox_item i WHERE i.batch_id = ?"
                            + " AND i.state = 'C' ORDER BY i.batch_pos",
                    Candidate::read,
                    batch.id());
            sql.update(
                    connection,
                    "UPDATE ajo_outbox_item SET state = 'N' WHERE batch_id = ? AND state = 'C'",
                    batch.id());
            sql.update(
                    connection,
                    "UPDATE ajo_outbox_batch SET state = 'X', teller = owner, told_pos = size, closed_at = {now}"
                            + " WHERE id = ?",
                    batch.id());
            int middle = (items.size() + 1) / 2;
            return List.of(
                    made.add(newBatch(connection, batch.lane(), batch.id(), batch.owner(), items.subList(0, middle))),
                    made.add(newBatch(
                            connection, batch.lane(), batch.id(), batch.owner(), items.subList(middle, items.size()))));
        });
        if (!halves.isEmpty()) {
            context.crashPoints().reached(CrashPoints.CLAIMED);
        }
        return halves;
    }

    /**
     * Returns whether the batch is still being called under this claim. Nobody can change that until the transaction
     * ends.
     */
    private boolean lockOpen(Connection connection, OutboxBatch batch) throws SQLException {
        return sql.first(
                        connection,
                        "SELECT id FROM ajo_outbox_batch WHERE id = ? AND owner = ? AND sends = ? AND state = 'O' FOR UPDATE",
                        row -> row.getLong(1),
                        batch.id(),
                        batch.owner(),
                        batch.sends())
                .isPresent();
    }

    /** Runs work that claims batches. If the result of its commit is unknown, the batches are remembered. */
    private <T> T inDoubt(String what, Function<Made, Transactions.Work<T>> work) {
        Made made = new Made();
        try {
            return context.transactions().run(what, connection -> {
                made.batches.clear();
                return work.apply(made).run(connection);
            });
        } catch (CommitUnknownException e) {
            made.batches.forEach(batch -> doubts.add(new Doubt(batch)));
            throw e;
        }
    }

    /**
     * Returns a batch whose claim turned out to be committed. No other process would take it, because this one is
     * alive.
     */
    private Optional<OutboxBatch> settleDoubt(String lane) {
        for (Doubt doubt : doubts) {
            if (doubt.batch().lane().equals(lane) && doubts.remove(doubt)) {
                try {
                    boolean claimed = context.transactions()
                            .run("look for a batch", connection -> lockOpen(connection, doubt.batch()));
                    if (claimed) {
                        return Optional.of(doubt.batch());
                    }
                } catch (StoreException e) {
                    doubts.add(doubt);
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    /** Collects the batches of a transaction that has not been committed yet. */
    private static final class Made {
        private final List<OutboxBatch> batches = new ArrayList<>();

        OutboxBatch add(OutboxBatch batch) {
            batches.add(batch);
            return batch;
        }
    }

    /** A batch that may have been claimed. */
    private record Doubt(OutboxBatch batch) {}

    /** An item that may go into a batch. */
    private record Candidate(long id, long dueAt, String recipient, String payloadHash, String group) {
        static Candidate read(ResultSet row) throws SQLException {
            return new Candidate(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
        }
    }

    /** An open batch that no process is calling. */
    private record Open(long id, String requestId, int size, int sends, String bodyHash) {
        static Open read(ResultSet row) throws SQLException {
            return new Open(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4), row.getString(5));
        }
    }

    /** The result of an attempt to take over a batch. */
    private record Taken(OutboxBatch batch, boolean parked) {
        static final Taken NONE = new Taken(null, false);
    }
}
