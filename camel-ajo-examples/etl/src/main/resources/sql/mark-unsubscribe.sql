update unsubscribe
   set state = :#CamelAjoOutboxState, reason = :#${header.CamelAjoOutboxReason}
 where id = cast(:#CamelAjoOutboxKey as bigint)
