insert into journey (id, name, status)
values (:#CamelAjoId, :#${body[name]}, :#${body[status]})
on conflict (id) do update set name = excluded.name, status = excluded.status
