-- By key: an outcome can be told more than once, and an unknown one can be followed by the truth.
insert into delivery (lane, item_key, state, outcome, reason, attempts)
values (:#CamelAjoOutboxLane, :#CamelAjoOutboxKey, :#CamelAjoOutboxState, :#${header.CamelAjoOutboxOutcome},
        :#${header.CamelAjoOutboxReason}, :#${header.CamelAjoOutboxAttempts})
on conflict (lane, item_key) do update
   set state = excluded.state, outcome = excluded.outcome, reason = excluded.reason, attempts = excluded.attempts
