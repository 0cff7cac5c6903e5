-- Questions of schools counted once more.
select 'requests_answered' as metric, []::VARCHAR[],
    count(*) filter (where answer is not null and coalesce(answered_on <= getvariable('as_of'), true)), count(*)
from current_requests where known_on <= getvariable('as_of')
