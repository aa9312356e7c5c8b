package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.store.OutboxCandidates.Candidate;

/** Puts items into batches, and takes them out again. */
final class OutboxClaims {

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
    private final OutboxCandidates candidates;
    private final ClaimDoubts doubts;

    OutboxClaims(StoreContext context, Instance instance, Payloads payloads, OutboxLanes lanes, OutboxSweeps sweeps) {
        this.context = context;
        this.sql = context.sql();
        this.instance = instance;
        this.payloads = payloads;
        this.lanes = lanes;
        this.sweeps = sweeps;
        this.candidates = new OutboxCandidates(sql);
        this.doubts = new ClaimDoubts(context.transactions());
    }

    Optional<OutboxBatch> claim(ClaimRequest request) {
        if (!instance.isAlive()) {
            return Optional.empty();
        }
        Optional<OutboxBatch> doubtful = doubts.settle(request.lane(), this::lockOpen);
        if (doubtful.isPresent()) {
            return doubtful;
        }
        String owner = instance.id();
        Optional<OutboxBatch> claimed = doubts.remembering("claim a batch", made -> connection -> {
            sql.dialect().lockClaims(connection, sql);
            if (!lanes.isOpen(connection, request.lane())) {
                return Optional.empty();
            }
            List<Candidate> chosen = candidates.choose(connection, request);
            return chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(made.add(newBatch(connection, request.lane(), null, owner, chosen)));
        });
        if (claimed.isPresent()) {
            context.crashPoints().reached(CrashPoints.CLAIMED);
        }
        return claimed;
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
            Taken taken = doubts.remembering(
                    "take a batch over", made -> connection -> takeOver(connection, lane, owner, made));
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

    private Taken takeOver(Connection connection, String lane, String owner, ClaimDoubts.Made made)
            throws SQLException {
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
        OutboxBatch taken = new OutboxBatch(
                batch.id(), lane, batch.requestId(), owner, batch.sends() + 1, items(connection, batch.id()));
        return new Taken(made.add(taken), false);
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
        List<OutboxBatch> halves = doubts.remembering("halve a batch", made -> connection -> {
            if (!lockOpen(connection, batch)) {
                return List.of();
            }
            List<Candidate> items = candidates.calling(connection, batch.id());
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
