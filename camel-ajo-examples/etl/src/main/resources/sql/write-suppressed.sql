insert into suppressed (id, email, status)
values (:#CamelAjoId, :#${body[entity][entityValue]}, :#${body[status]})
on conflict (id) do update set email = excluded.email, status = excluded.status
