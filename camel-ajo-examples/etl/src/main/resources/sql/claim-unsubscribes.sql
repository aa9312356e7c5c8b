-- New rows, and those that a worker claimed ten seconds ago without coming further.
update unsubscribe
   set state = 'claimed', claimed_at = now()
 where id in (select id
                from unsubscribe
               where state = 'new' or state = 'claimed' and claimed_at < now() - interval '10 seconds'
               order by id
               limit 50
                 for update skip locked)
returning id, json_build_object('entity', json_build_object('type', 'email', 'entityValue', email), 'comment', comment)::text as entry
