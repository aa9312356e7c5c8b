package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;

/** The known items of one source. What is not to be kept is stored as a keyed hash. */
final class SourceItems {

    /** The most item numbers that one statement asks for. */
    private static final int ASKED_AT_ONCE = 1000;

    private static final String COLUMNS = "i.item_key, i.item_no, i.fp, i.fp_version, i.missing_run";

    private final StoreContext context;
    private final Sql sql;
    private final long sourceNo;
    private final boolean keepIdentities;
    private final ReadAhead ahead = new ReadAhead();

    /** @param keepIdentities whether keys are stored as they are */
    SourceItems(StoreContext context, long sourceNo, boolean keepIdentities) {
        this.context = context;
        this.sql = context.sql();
        this.sourceNo = sourceNo;
        this.keepIdentities = keepIdentities;
    }

    /** @param below the number that the next new item will get */
    Map<String, KnownItem> find(Collection<String> keys, int below) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, String> asked = new LinkedHashMap<>();
        keys.forEach(key -> asked.put(storedKey(key), key));
        Map<String, KnownItem> found = new HashMap<>();
        for (KnownItem item : findAhead(asked.keySet(), below).values()) {
            String key = asked.get(item.key());
            found.put(
                    key,
                    new KnownItem(
                            key, item.itemNo(), item.fingerprint(), item.fingerprintVersion(), item.missingRun()));
        }
        return found;
    }

    /** Searches for keys only if the read has left the order in which the items were first seen. */
    private Map<String, KnownItem> findAhead(Set<String> storedKeys, int below) {
        Map<String, KnownItem> found = new HashMap<>();
        Set<String> left = new LinkedHashSet<>(storedKeys);
        ahead.take(left, found);
        if (left.isEmpty()) {
            return found;
        }
        return context.transactions().run("look up items of a source", connection -> {
            if (ahead.isUsedUp()) {
                loadAhead(connection, ahead.end(), below);
                ahead.take(left, found);
            }
            if (!left.isEmpty()) {
                List<KnownItem> searched = findStored(connection, left);
                searched.forEach(item -> found.put(item.key(), item));
                if (ahead.isPassed(searched)) {
                    int last =
                            searched.stream().mapToInt(KnownItem::itemNo).max().orElseThrow();
                    loadAhead(connection, last + 1, below);
                }
            }
            return found;
        });
    }

    private void loadAhead(Connection connection, int from, int below) throws SQLException {
        ahead.load(from, from < below ? findNumbered(connection, from) : List.of());
    }

    private List<KnownItem> findNumbered(Connection connection, int from) throws SQLException {
        return sql.list(
                connection,
                "SELECT " + COLUMNS
                        + " FROM ajo_source_item i WHERE i.source_no = ? AND i.item_no >= ? AND i.item_no < ?",
                SourceItems::item,
                sourceNo,
                from,
                from + ReadAhead.BLOCK);
    }

    private String storedKey(String key) {
        return keepIdentities ? key : context.hash().of(key);
    }

    private List<KnownItem> findStored(Connection connection, Collection<String> storedKeys) throws SQLException {
        return sql.list(
                connection,
                "SELECT " + COLUMNS
                        + " FROM UNNEST(?) k(item_key) JOIN ajo_source_item i ON i.source_no = ? AND i.item_key = k.item_key",
                SourceItems::item,
                storedKeys.toArray(String[]::new),
                sourceNo);
    }

    private static KnownItem item(ResultSet row) throws SQLException {
        return new KnownItem(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4), row.getLong(5));
    }

    List<KnownItem> absent(BitSet seen, int from, int below, int max) {
        List<KnownItem> absent = new ArrayList<>();
        int next = seen.nextClearBit(from);
        while (next < below && absent.size() < max) {
            List<Integer> asked = new ArrayList<>();
            int limit = Math.min(ASKED_AT_ONCE, max - absent.size());
            while (next < below && asked.size() < limit) {
                asked.add(next);
                next = seen.nextClearBit(next + 1);
            }
            absent.addAll(context.transactions()
                    .run(
                            "look for absent items of a source",
                            connection -> sql.list(
                                    connection,
                                    "SELECT " + COLUMNS
                                            + " FROM UNNEST(?) k(item_no) JOIN ajo_source_item i ON i.source_no = ?"
                                            + " AND i.item_no = k.item_no ORDER BY i.item_no",
                                    SourceItems::item,
                                    asked.toArray(Integer[]::new),
                                    sourceNo)));
        }
        return absent;
    }

    /** How the items of a group change the table, which is read for that. */
    Writes plan(Connection connection, SourceGroup group, int nextItemNo) throws SQLException {
        Map<String, SourceItem> items = new LinkedHashMap<>();
        group.items().forEach(item -> items.put(storedKey(item.key()), item));
        if (group.missing().isEmpty() && group.removed().isEmpty()) {
            ahead.forget(items.keySet());
        } else {
            ahead.clear();
        }
        Set<String> known = items.isEmpty()
                ? Set.of()
                : findStored(connection, items.keySet()).stream()
                        .map(KnownItem::key)
                        .collect(Collectors.toSet());
        List<Object[]> updated = new ArrayList<>();
        List<Object[]> inserted = new ArrayList<>();
        int next = nextItemNo;
        for (Map.Entry<String, SourceItem> entry : items.entrySet()) {
            SourceItem item = entry.getValue();
            if (known.contains(entry.getKey())) {
                updated.add(new Object[] {item.fingerprint(), item.fingerprintVersion(), sourceNo, entry.getKey()});
            } else {
                inserted.add(
                        new Object[] {sourceNo, entry.getKey(), next++, item.fingerprint(), item.fingerprintVersion()});
            }
        }
        return new Writes(group, updated, inserted, stillThere(connection, group.removed()));
    }

    private long stillThere(Connection connection, List<Integer> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return 0;
        }
        return sql.first(
                        connection,
                        "SELECT COUNT(*) FROM UNNEST(?) k(item_no) JOIN ajo_source_item i ON i.source_no = ? AND i.item_no = k.item_no",
                        row -> row.getLong(1),
                        numbers.stream().distinct().toArray(Integer[]::new),
                        sourceNo)
                .orElse(0L);
    }

    void write(Connection connection, Writes writes) throws SQLException {
        SourceGroup group = writes.group();
        sql.batch(
                connection,
                "UPDATE ajo_source_item SET fp = ?, fp_version = ?, missing_run = 0 WHERE source_no = ? AND item_key = ?",
                writes.updated());
        sql.batch(
                connection,
                "INSERT INTO ajo_source_item (source_no, item_key, item_no, fp, fp_version, missing_run) VALUES (?, ?, ?, ?, ?, 0)",
                writes.inserted());
        sql.batch(
                connection,
                "UPDATE ajo_source_item SET missing_run = ? WHERE source_no = ? AND item_no = ?",
                group.missing().stream()
                        .map(number -> new Object[] {group.position().run(), sourceNo, number})
                        .toList());
        sql.batch(
                connection,
                "DELETE FROM ajo_source_item WHERE source_no = ? AND item_no = ?",
                group.removed().stream()
                        .map(number -> new Object[] {sourceNo, number})
                        .toList());
    }

    /**
     * What a group writes.
     *
     * @param updated  rows of parameters
     * @param inserted likewise
     * @param deleted  how many rows
     */
    record Writes(SourceGroup group, List<Object[]> updated, List<Object[]> inserted, long deleted) {

        /** By how many the source has more items. */
        long growth() {
            return inserted.size() - deleted;
        }
    }
}
